package io.brainwright.sim.model.cell;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.sim.model.cell.CableTree.Piece;
import java.util.List;

/**
 * Discretises a grown or reconstructed morphology.
 *
 * <p>The soma is one cylinder with length = diameter = 2 r (a sphere's area); each neurite section gets
 * 1 + 2 floor(L / step) compartments, so none is longer than the step; roots attach to the middle of the soma.
 */
public final class MorphologyCable {
    private MorphologyCable() {}

    /**
     * @param morphology points and sections
     * @param step_um longest compartment allowed; 40 um is the practice of the field
     * @param Ra_ohm_cm axial resistivity
     * @param append sections put in place of the axon; empty: the axon of the morphology is kept and simulated
     */
    public static Compartments of(Morphology morphology, double step_um, double Ra_ohm_cm, List<Appended> append) {
        assert step_um > 0 && Ra_ohm_cm > 0 : "step_um=" + step_um + " Ra_ohm_cm=" + Ra_ohm_cm;
        var tree = new CableTree(false);
        double soma_um = 2 * morphology.somaRadius_um();
        tree.add(0, -1, 0, "soma", List.of(Piece.cylinder(soma_um, soma_um, Ra_ohm_cm)));
        for (int s = 1; s < morphology.sectionCount(); s++) {
            if (morphology.type(s) == SectionType.AXON && !append.isEmpty()) {
                continue;
            }
            int parent = morphology.parent(s);
            var pieces = frusta(morphology, s, Ra_ohm_cm).pieces(step_um);
            tree.add(s, parent, parent == 0 ? 0.5 : 1, group(morphology.type(s)), pieces);
        }
        append(tree, morphology.sectionCount(), Ra_ohm_cm, append);
        return tree.build();
    }

    /** Adds cylinder sections numbered from {@code firstId}. */
    static void append(CableTree tree, int firstId, double Ra_ohm_cm, List<Appended> append) {
        int id = firstId;
        for (var a : append) {
            double each_um = a.length_um() / a.diameters_um().size();
            var pieces = a.diameters_um().stream()
                    .map(d -> Piece.cylinder(each_um, d, Ra_ohm_cm))
                    .toList();
            tree.add(id, a.onSoma() ? 0 : id - 1, a.onSoma() ? 0.5 : 1, a.group(), pieces);
            id++;
        }
    }

    private static Frusta frusta(Morphology m, int section, double Ra_ohm_cm) {
        int n = m.end(section) - m.begin(section);
        var arc = new double[n];
        var radius = new double[n];
        for (int i = 0; i < n; i++) {
            int p = m.begin(section) + i;
            arc[i] = i == 0 ? 0 : arc[i - 1] + m.segmentLength_um(p - 1);
            radius[i] = m.diameter(p) / 2.0;
        }
        return new Frusta(arc, radius, Ra_ohm_cm);
    }

    private static String group(byte type) {
        return switch (type) {
            case SectionType.SOMA -> "soma";
            case SectionType.AXON -> "axon";
            case SectionType.BASAL -> "basal";
            case SectionType.APICAL -> "apical";
            default -> throw new IllegalStateException("section type " + type);
        };
    }
}
