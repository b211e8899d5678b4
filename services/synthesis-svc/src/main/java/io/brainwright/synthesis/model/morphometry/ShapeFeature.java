package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What can be asked of the shape of a cell. */
public enum ShapeFeature {
    /** Path from the root of a tree to each of its tips, um. */
    PATH_LENGTH("path from the first point of a tree to each tip") {
        @Override
        void measure(Neurite neurite, Shape shape) {
            for (var bars : neurite.barcodes()) {
                for (int bar = 0; bar < bars.size(); bar++) {
                    shape.add("path_length", "um", "tips", bars.tip_um(bar));
                }
            }
        }
    },
    /** Length of all trees of one kind, um. */
    TOTAL_LENGTH("length of all trees of one kind of a cell") {
        @Override
        void measure(Neurite neurite, Shape shape) {
            shape.add("total_length", "um", "cells", neurite.total("total_length"));
        }
    },
    /** The barcodes of the trees: how many bars, how long, how uneven. */
    PERSISTENCE(
            "bars of the barcode by path length, one per tip (doi:10.1007/s12021-017-9341-1); entropy is -sum p ln p with p"
                    + " a bar's share of the length of all bars of its tree, 0 for one bar (doi:10.1016/j.patcog.2014.06.023)") {
        @Override
        void measure(Neurite neurite, Shape shape) {
            for (var bars : neurite.barcodes()) {
                double[] length_um = BarLengths.of(bars);
                shape.add("persistence_bars", "1", "trees", length_um.length);
                shape.add("persistence_entropy", "1", "trees", BarLengths.entropy(length_um));
                for (double one : length_um) {
                    shape.add("persistence_bar_length", "um", "bars", one);
                }
            }
        }
    },
    /** Angle between the two branches of a fork at its beginning, rad. */
    BRANCH_ANGLE("angle between the first segments of the two branches of a fork") {
        @Override
        void measure(Neurite neurite, Shape shape) {
            for (double angle : neurite.values("local_bifurcation_angles")) {
                shape.add("branch_angle", "rad", "forks", angle);
            }
        }
    },
    /** Crossings of spheres about the soma: the greatest number, and how far out the curve goes. */
    SHOLL(
            "crossings of spheres about the soma, 20 um apart; the number is the greatest of a cell, the curve the mean over cells") {
        @Override
        void measure(Neurite neurite, Shape shape) {
            int[] counts = neurite.shollCounts();
            shape.add("sholl", "1", "cells", Arrays.stream(counts).max().orElse(0));
            shape.crossings(counts);
        }
    },
    /** How far the trees reach, um. */
    EXTENT(
            "greatest straight distance from the first point of a tree; vertical: along the axis to the pia; lateral: the"
                    + " greatest distance from that axis") {
        @Override
        void measure(Neurite neurite, Shape shape) {
            shape.add("extent", "um", "cells", neurite.total("max_radial_distance"));
            shape.add("extent_vertical", "um", "cells", neurite.vertical_um());
            shape.add("extent_lateral", "um", "cells", neurite.lateral_um());
        }
    };

    private final String meaning;

    ShapeFeature(String meaning) {
        this.meaning = meaning;
    }

    /** Receives what is measured of one kind of neurite of one cell. */
    interface Shape {
        void add(String metric, String unit, String over, double value);

        void crossings(int[] counts);
    }

    abstract void measure(Neurite neurite, Shape shape);

    /** Name in requests: {@code path_length}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its numbers say. */
    public String meaning() {
        return meaning;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ShapeFeature::word).toList();
    }

    /** The feature of a name that exists. */
    public static ShapeFeature of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static void eachNeurite(Morphology cell, BiConsumer<String, Neurite> seen) {
        Neurite.of(cell).forEach(seen);
    }
}
