package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayList;
import java.util.List;

/** Small made-up cells for tests. */
public final class Cells {
    private Cells() {}

    /** A cell at (100 id, 0, 0), upright. */
    public static PlacedCell placed(long id, int layer, String mtype, String etype, String synapseClass) {
        return new PlacedCell(id, 100.0 * id, 0, 0, Quaternion.IDENTITY, layer, mtype, etype, synapseClass);
    }

    /** A pyramidal cell of a layer. */
    public static PlacedCell pyramid(long id, int layer) {
        return placed(id, layer, "L" + layer + "_TPC", "cADpyr", "EXC");
    }

    /** A basket cell of a layer. */
    public static PlacedCell basket(long id, int layer) {
        return placed(id, layer, "L" + layer + "_LBC", "cNAC", "INH");
    }

    /**
     * A made-up pyramidal tree: six basal trees that fork once, a trunk of 400 um with four obliques and a tuft that forks
     * twice. Sections: 0 soma, 1 axon, then basal, then apical from {@link #TRUNK}.
     */
    public static Morphology pyramid() {
        var tree = new Tree(9);
        tree.section(0, SectionType.AXON, 0, -9, 0, 0, -109, 0, 1.2, 1.0);
        for (int b = 0; b < 6; b++) {
            double angle = b * Math.PI / 3;
            double x = Math.cos(angle);
            double z = Math.sin(angle);
            int stem = tree.section(0, SectionType.BASAL, 9 * x, 0, 9 * z, 60 * x, -20, 60 * z, 2.0, 1.5);
            tree.on(stem, SectionType.BASAL, 160 * x, -60, 160 * z - 30, 1.2, 0.8);
            tree.on(stem, SectionType.BASAL, 150 * x, -80, 150 * z + 30, 1.2, 0.8);
        }
        int trunk = tree.section(0, SectionType.APICAL, 0, 9, 0, 0, 100, 0, 4.0, 3.0);
        for (int k = 1; k < 4; k++) {
            tree.on(trunk, SectionType.APICAL, 90, 100.0 * k + 40, 20 * k, 1.2, 0.8);
            trunk = tree.on(trunk, SectionType.APICAL, 0, 100.0 * (k + 1), 0, 3.0 - 0.4 * k, 2.6 - 0.4 * k);
        }
        int left = tree.on(trunk, SectionType.APICAL, -60, 480, 0, 1.4, 1.0);
        int right = tree.on(trunk, SectionType.APICAL, 60, 480, 0, 1.4, 1.0);
        for (int tuft : new int[] {left, right}) {
            tree.on(tuft, SectionType.APICAL, tuft == left ? -120 : 120, 580, 40, 1.0, 0.6);
            tree.on(tuft, SectionType.APICAL, tuft == left ? -100 : 100, 580, -40, 1.0, 0.6);
        }
        return tree.build();
    }

    /** First apical section of {@link #pyramid()}. */
    public static final int TRUNK = 20;

    /** A made-up interneuron: five dendrites that fork once, no apical tree. */
    public static Morphology interneuron() {
        var tree = new Tree(7);
        tree.section(0, SectionType.AXON, 0, -7, 0, 0, -107, 0, 0.8, 0.6);
        for (int b = 0; b < 5; b++) {
            double angle = b * 2 * Math.PI / 5;
            double x = Math.cos(angle);
            double y = Math.sin(angle);
            int stem = tree.section(0, SectionType.BASAL, 7 * x, 7 * y, 0, 70 * x, 70 * y, 10, 1.6, 1.1);
            tree.on(stem, SectionType.BASAL, 170 * x, 170 * y, 50, 0.9, 0.6);
            tree.on(stem, SectionType.BASAL, 170 * x, 170 * y, -40, 0.9, 0.6);
        }
        return tree.build();
    }

    private static final class Tree {
        private final List<float[]> points = new ArrayList<>();
        private final List<Integer> parent = new ArrayList<>();
        private final List<Byte> type = new ArrayList<>();
        private final List<Integer> first = new ArrayList<>();

        Tree(double radius_um) {
            parent.add(-1);
            type.add(SectionType.SOMA);
            first.add(0);
            point(0, 0, 0, 2 * radius_um);
        }

        int section(
                int on, byte kind, double x, double y, double z, double x2, double y2, double z2, double d, double d2) {
            parent.add(on);
            type.add(kind);
            first.add(points.size());
            point(x, y, z, d);
            point(x2, y2, z2, d2);
            return parent.size() - 1;
        }

        int on(int stem, byte kind, double x, double y, double z, double d, double d2) {
            var last = points.get((stem + 1 < first.size() ? first.get(stem + 1) : points.size()) - 1);
            return section(stem, kind, last[0], last[1], last[2], x, y, z, d, d2);
        }

        void point(double x, double y, double z, double d) {
            points.add(new float[] {(float) x, (float) y, (float) z, (float) d});
        }

        Morphology build() {
            first.add(points.size());
            var types = new byte[type.size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = type.get(i);
            }
            return new Morphology(
                    column(0),
                    column(1),
                    column(2),
                    column(3),
                    parent.stream().mapToInt(i -> i).toArray(),
                    types,
                    first.stream().mapToInt(i -> i).toArray());
        }

        private float[] column(int c) {
            var out = new float[points.size()];
            for (int i = 0; i < out.length; i++) {
                out[i] = points.get(i)[c];
            }
            return out;
        }
    }
}
