package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.topology.Barcode;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads one tree of a reconstruction: trunk angle, height, bars with their angles. */
final class TreeFit {
    private TreeFit() {}

    /**
     * @param cell the reconstruction
     * @param root first section of the tree
     * @param limit_um bars that fork beyond are left away, tips are cut here
     * @param total_um bars are thinned at even steps to this total length
     * @param ahead angles between children are measured over so many segments
     */
    static Tree of(Morphology cell, int root, double limit_um, double total_um, int ahead) {
        var code = Barcode.ofPath(cell, root);
        var rows = new ArrayList<List<Float>>();
        for (int b = 1; b < code.size(); b++) {
            if (code.fork_um(b) < limit_um) {
                rows.add(row(cell, code, b, limit_um, ahead));
            }
        }
        rows.sort(Comparator.comparing(r -> r.get(1)));
        double sum = rows.stream().mapToDouble(r -> r.get(0) - r.get(1)).sum();
        double left = Math.max(100, total_um - Math.min(limit_um, code.tip_um(0)));
        var kept = new ArrayList<List<Float>>();
        kept.add(row(cell, code, 0, limit_um, ahead));
        double share = Math.min(1, left / Math.max(1, sum));
        for (int i = 0; i < rows.size(); i++) {
            if ((int) ((i + 1) * share) > (int) (i * share)) {
                kept.add(rows.get(i));
            }
        }
        int start = cell.begin(root);
        double top = 0;
        for (int s = root; s < cell.sectionCount() && (s == root || cell.parent(s) > 0); s++) {
            for (int p = cell.begin(s); p < cell.end(s); p++) {
                top = Math.max(top, cell.y(p) - somaY(cell));
            }
        }
        int trunkEnd = start;
        while (trunkEnd < cell.end(root) - 1 && distance(cell, start, trunkEnd) < 10) {
            trunkEnd++;
        }
        return new Tree(round(polar_deg(cell, start, trunkEnd), 0), round(top, 1), kept);
    }

    private static List<Float> row(Morphology cell, Barcode code, int b, double limit_um, int ahead) {
        int section = code.firstSection(b);
        int parent = cell.parent(section);
        int tip = cell.end(code.leafSection(b)) - 1;
        double elder = 0;
        double younger = 0;
        double between = 0;
        if (b > 0) {
            double[] in = chord(cell, Math.max(cell.begin(parent), cell.end(parent) - 6), cell.end(parent) - 1);
            younger = angle_deg(in, chord(cell, cell.begin(section), ahead(cell, section, ahead)));
            for (int child : cell.children(parent)) {
                if (child != section) {
                    var out = chord(cell, cell.begin(child), ahead(cell, child, ahead));
                    elder = angle_deg(in, out);
                    between = angle_deg(out, chord(cell, cell.begin(section), ahead(cell, section, ahead)));
                }
            }
        }
        return List.of(
                (float) round(Math.min(limit_um, code.tip_um(b)), 1),
                (float) round(code.fork_um(b), 1),
                (float) round(elder, 0),
                (float) round(younger, 0),
                (float) round(polar_deg(cell, cell.begin(section), tip), 0),
                (float) round(between, 0));
    }

    /** Angle between the chords of two sections, from their first points to the given ones. */
    static double between_deg(Morphology cell, int a, int toA, int b, int toB) {
        return angle_deg(chord(cell, cell.begin(a), toA), chord(cell, cell.begin(b), toB));
    }

    /** Point so many segments after a section's first one, or its last. */
    static int ahead(Morphology cell, int section, int segments) {
        return Math.min(cell.end(section) - 1, cell.begin(section) + segments);
    }

    static double somaY(Morphology cell) {
        double sum = 0;
        for (int p = 0; p < cell.end(0); p++) {
            sum += cell.y(p);
        }
        return sum / cell.end(0);
    }

    static double distance(Morphology cell, int a, int b) {
        double[] v = chord(cell, a, b);
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private static double[] chord(Morphology cell, int a, int b) {
        return new double[] {cell.x(b) - cell.x(a), cell.y(b) - cell.y(a), cell.z(b) - cell.z(a)};
    }

    private static double polar_deg(Morphology cell, int a, int b) {
        return angle_deg(new double[] {0, 1, 0}, chord(cell, a, b));
    }

    private static double angle_deg(double[] a, double[] b) {
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        double aa = a[0] * a[0] + a[1] * a[1] + a[2] * a[2];
        double bb = b[0] * b[0] + b[1] * b[1] + b[2] * b[2];
        return aa * bb == 0 ? 0 : StrictMath.toDegrees(StrictMath.acos(Math.clamp(dot / Math.sqrt(aa * bb), -1, 1)));
    }

    static double round(double value, int digits) {
        double unit = StrictMath.pow(10, digits);
        return Math.rint(value * unit) / unit;
    }
}
