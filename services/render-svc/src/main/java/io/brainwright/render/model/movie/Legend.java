package io.brainwright.render.model.movie;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.render.model.column.Palette;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.scenefile.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the colours of a layer mean. */
final class Legend {
    private static final int MOST = 12;

    private Legend() {}

    /** A colour and what it stands for. */
    record Entry(float[] colour, String words) {}

    static List<Entry> of(Layer layer, List<PlacedCell> cells) {
        Map<String, float[]> entries = new TreeMap<>();
        var rule = layer.color();
        var by = rule.moves() ? rule.base() : rule.by().equals("column") ? rule.column() : rule.by();
        for (var cell : cells) {
            switch (by) {
                case "layer" -> entries.put("L" + cell.layer(), Palette.layer(cell.layer()));
                case "mtype" -> entries.put(cell.mtype(), Palette.word(cell.mtype()));
                case "etype" -> entries.put(cell.etype(), Palette.word(cell.etype()));
                case "region" -> entries.put(cell.region(), Palette.word(cell.region()));
                case "class", "synapse_class" ->
                    entries.put(cell.excitatory() ? "excitatory" : "inhibitory", Ramps.synapseClass(cell.excitatory()));
                default -> {}
            }
        }
        if (by.equals("section")) {
            entries = new LinkedHashMap<>();
            entries.put("apical", Palette.section(SectionType.APICAL));
            entries.put("basal", Palette.section(SectionType.BASAL));
            entries.put("axon", Palette.section(SectionType.AXON));
        }
        var list = new ArrayList<Entry>();
        entries.forEach((words, colour) -> list.add(new Entry(colour, words)));
        return list.size() > MOST ? List.copyOf(list.subList(0, MOST)) : List.copyOf(list);
    }
}
