package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphometrics.MorphologyFeatures;
import io.brainwright.neuro.morphometrics.NeuriteFeatures;
import io.brainwright.neuro.topology.Barcode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The trees of one kind of one cell: axon, basal or apical dendrite. */
final class Neurite {
    private final Morphology cell;
    private final byte type;
    private final NeuriteFeatures features;

    private Neurite(Morphology cell, byte type, NeuriteFeatures features) {
        this.cell = cell;
        this.type = type;
        this.features = features;
    }

    /** The kinds that a cell has, by name: "axon", "basal_dendrite", "apical_dendrite". */
    static Map<String, Neurite> of(Morphology cell) {
        var neurites = new LinkedHashMap<String, Neurite>();
        var features = MorphologyFeatures.of(cell).neurites();
        for (byte type : new byte[] {SectionType.AXON, SectionType.BASAL, SectionType.APICAL}) {
            var name = SectionType.name(type).replace(' ', '_');
            var found = features.get(name);
            if (found != null) {
                neurites.put(name, new Neurite(cell, type, found));
            }
        }
        return neurites;
    }

    double total(String feature) {
        return Objects.requireNonNull(features.totals().get(feature), feature);
    }

    double[] values(String feature) {
        return Objects.requireNonNull(features.values().get(feature), feature);
    }

    int[] shollCounts() {
        return features.sholl().counts();
    }

    /** One barcode by path length for each tree. */
    List<Barcode> barcodes() {
        var barcodes = new ArrayList<Barcode>();
        for (int s = 1; s < cell.sectionCount(); s++) {
            boolean root = cell.type(s) == type && (cell.parent(s) < 1 || cell.type(cell.parent(s)) != type);
            if (root) {
                barcodes.add(Barcode.ofPath(cell, s));
            }
        }
        return barcodes;
    }

    /** From the lowest to the highest point. */
    double vertical_um() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 1; s < cell.sectionCount(); s++) {
            for (int p = cell.begin(s); cell.type(s) == type && p < cell.end(s); p++) {
                low = Math.min(low, cell.y(p));
                high = Math.max(high, cell.y(p));
            }
        }
        return high - low;
    }

    /** Greatest distance from the vertical through the soma. */
    double lateral_um() {
        double farthest = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            for (int p = cell.begin(s); cell.type(s) == type && p < cell.end(s); p++) {
                farthest = Math.max(farthest, Math.hypot(cell.x(p), cell.z(p)));
            }
        }
        return farthest;
    }
}
