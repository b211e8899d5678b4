package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.parameters.MtypeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Cells of every m-type, each in the middle of its home layer of a flat sheet, as a gallery shows them. */
public final class Showcase {
    private final GrowthCatalogue catalogue;
    private final CorticalLayers layers;
    private final long seed;

    /**
     * One grown cell.
     *
     * @param rule its m-type and what it grew from
     * @param depth_um of its soma below the pia
     * @param shape soma at the origin, +y to the pia
     */
    public record Shown(MtypeRule rule, double depth_um, Morphology shape) {
        /** Whether it grew from another type's reconstructions, which is an assumption. */
        public boolean generalised() {
            return !rule.grown_from().equals(rule.mtype());
        }
    }

    public Showcase(GrowthCatalogue catalogue, CorticalLayers layers, long seed) {
        this.catalogue = catalogue;
        this.layers = layers;
        this.seed = seed;
    }

    /**
     * Cells of one m-type, the same whatever else is shown.
     *
     * @param count how many
     */
    public List<Shown> cells(String mtype, int count) {
        var rule = catalogue.rule(mtype);
        double depth_um = layers.tissue(1, mtype).home_depth_um();
        var tissue = layers.tissue(depth_um, rule.grown_from());
        var cells = new ArrayList<Shown>();
        for (int k = 0; k < count; k++) {
            long id = 1000L * place(rule) + k;
            cells.add(new Shown(
                    rule, depth_um, CellGrower.grow(seed, id, rule, catalogue.parameters(rule), tissue, true)));
        }
        return cells;
    }

    private int place(MtypeRule rule) {
        return catalogue.rules().indexOf(rule);
    }

    /** M-types by home layer, from the pia; layers 2 and 3 together. */
    public static List<List<String>> byLayer(List<String> mtypes) {
        var groups = new TreeMap<Integer, List<String>>();
        for (var mtype : mtypes) {
            int layer = Math.max(1, mtype.charAt(1) - '0');
            groups.computeIfAbsent(layer == 3 ? 2 : layer, _ -> new ArrayList<>())
                    .add(mtype);
        }
        return List.copyOf(groups.values());
    }
}
