package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.topology.Bars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bars of cells, cell by cell; no cell is kept. */
public final class GrownBars {
    private static final Map<String, Byte> KINDS = kinds();

    private final Map<String, List<Bars>> byNeurite = new LinkedHashMap<>();
    private int cells;

    private static Map<String, Byte> kinds() {
        var kinds = new LinkedHashMap<String, Byte>();
        for (byte type : new byte[] {SectionType.AXON, SectionType.BASAL, SectionType.APICAL}) {
            kinds.put(SectionType.name(type).replace(' ', '_'), type);
        }
        return kinds;
    }

    /** Adds one more cell. */
    public void add(Morphology cell) {
        cells++;
        KINDS.forEach((name, type) -> {
            var bars = Bars.of(List.of(cell), type);
            if (bars.size() > 0) {
                byNeurite.computeIfAbsent(name, _ -> new ArrayList<>()).add(bars);
            }
        });
    }

    /** How many cells were added. */
    public int cells() {
        return cells;
    }

    /** The kinds that have bars: "axon", "basal_dendrite", "apical_dendrite"; of the cells that have them. */
    public Map<String, PopulationBars> byNeurite() {
        var all = new LinkedHashMap<String, PopulationBars>();
        byNeurite.forEach((name, bars) -> all.put(name, new PopulationBars(bars.size(), Bars.joined(bars))));
        return all;
    }
}
