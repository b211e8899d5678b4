package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.morphology.Morphology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bars of one cell, as a barcode is drawn: one line each, the longest first. */
public final class CellBars {
    /**
     * One bar.
     *
     * @param fork_um path length from the first point of its tree at which the branch parts
     * @param tip_um path length at which it ends
     */
    public record Bar(double fork_um, double tip_um) {
        double length_um() {
            return Math.abs(tip_um - fork_um);
        }
    }

    private CellBars() {}

    /** Bars of all trees of each kind of neurite ("axon", "basal_dendrite", "apical_dendrite"). */
    public static Map<String, List<Bar>> of(Morphology cell) {
        var bars = new LinkedHashMap<String, List<Bar>>();
        ShapeFeature.eachNeurite(cell, (name, neurite) -> {
            var own = new ArrayList<Bar>();
            for (var barcode : neurite.barcodes()) {
                for (int b = 0; b < barcode.size(); b++) {
                    own.add(new Bar(barcode.fork_um(b), barcode.tip_um(b)));
                }
            }
            own.sort(Comparator.comparingDouble(Bar::length_um).reversed());
            bars.put(name, own);
        });
        return bars;
    }
}
