package io.brainwright.synthesis.model.astrocyte;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a morphology of a tree of nodes: sections between forks, trunks to vessels first, and diameters from the tips down.
 *
 * <pre>{@code
 *   d_parent² = Σ d_child²,   then thicker by a taper along each step
 *   perimeter = 2.06 d + 1.02 um          (not stored: SWC has no perimeter)
 * }</pre>
 */
public final class ProcessShape {
    private static final double TIP_UM = 0.2; // chosen: finest processes in light microscopy
    private static final double FOOT_UM = 1; // chosen: a trunk where it meets its vessel
    private static final double TAPER = 0.005; // um of diameter per um of length; chosen
    private static final double MOST_UM = 4; // chosen: thinner than a soma

    private final ProcessTree tree;
    private final double[] soma;
    private final double radius_um;
    private final int trunks;
    private final List<List<Integer>> children = new ArrayList<>();
    private final double[] diameter_um;
    private final List<float[]> points = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Byte> types = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();

    /** @param trunks how many nodes belong to trunks to vessels; they come first */
    ProcessShape(ProcessTree tree, double[] soma, double radius_um, int trunks) {
        this.tree = tree;
        this.soma = soma;
        this.radius_um = radius_um;
        this.trunks = trunks;
        this.diameter_um = new double[tree.size()];
        for (int n = 0; n < tree.size(); n++) {
            children.add(new ArrayList<>());
            if (tree.parent(n) >= 0) {
                children.get(tree.parent(n)).add(n);
            }
        }
        thicken();
    }

    /** Perimeter of a process, um, larger than that of a cylinder: Zisis et al. 2021, doi:10.1093/cercor/bhab254 (ArchNGV). */
    public static double perimeter_um(double diameter_um) {
        return 2.06 * diameter_um + 1.02;
    }

    private void thicken() {
        for (int n = tree.size() - 1; n >= 0; n--) {
            double sum = 0;
            for (int child : children.get(n)) {
                sum += diameter_um[child] * diameter_um[child];
            }
            boolean foot = n < trunks && (n + 1 == trunks || tree.parent(n + 1) < 0);
            double least = foot ? FOOT_UM : TIP_UM;
            diameter_um[n] =
                    Math.min(MOST_UM, Math.max(least, Math.sqrt(sum) + (sum > 0 ? TAPER * Colonisation.STEP_UM : 0)));
        }
    }

    Morphology morphology() {
        begin(-1, SectionType.SOMA);
        points.add(new float[] {0, 0, 0, (float) (2 * radius_um)});
        for (byte type : new byte[] {AstrocyteGrower.PERIVASCULAR, AstrocyteGrower.OTHER}) {
            for (int n = 0; n < tree.size(); n++) {
                if (tree.parent(n) < 0 && tree.type(n) == type) {
                    root(n);
                }
            }
        }
        firsts.add(points.size());
        return new Morphology(
                column(0),
                column(1),
                column(2),
                column(3),
                parents.stream().mapToInt(i -> i).toArray(),
                bytes(),
                firsts.stream().mapToInt(i -> i).toArray());
    }

    /** A root that forks on the soma makes several trees. */
    private void root(int n) {
        for (int child : children.get(n)) {
            section(n, child, 0);
        }
    }

    private void section(int fork, int first, int parent) {
        int own = begin(parent, tree.type(first));
        point(fork, diameter_um[first]);
        int n = first;
        point(n, diameter_um[n]);
        while (children.get(n).size() == 1) {
            n = children.get(n).getFirst();
            point(n, diameter_um[n]);
        }
        for (int child : children.get(n)) {
            section(n, child, own);
        }
    }

    private int begin(int parent, byte type) {
        parents.add(parent);
        types.add(type);
        firsts.add(points.size());
        return parents.size() - 1;
    }

    private void point(int n, double d_um) {
        points.add(new float[] {
            (float) (tree.at(n, 0) - soma[0]),
            (float) (tree.at(n, 1) - soma[1]),
            (float) (tree.at(n, 2) - soma[2]),
            (float) d_um
        });
    }

    private float[] column(int k) {
        var out = new float[points.size()];
        for (int p = 0; p < out.length; p++) {
            out[p] = points.get(p)[k];
        }
        return out;
    }

    private byte[] bytes() {
        var out = new byte[types.size()];
        for (int s = 0; s < out.length; s++) {
            out[s] = types.get(s);
        }
        return out;
    }
}
