package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import io.brainwright.synthesis.model.parameters.MtypeRule;

/** Grows one cell. Draws are keyed by the cell, so it grows alike alone, in a batch, in any order. */
public final class CellGrower {
    private static final double SCALE_MIN = 0.3; // chosen: hard limits of apical scaling, outside them trees look alien
    private static final double SCALE_MAX = 1.8;

    private CellGrower() {}

    /**
     * @param seed the scientist's seed
     * @param nodeId id of the cell
     * @param rule what its m-type grows from
     * @param parameters the set named by the rule
     * @param tissue where it lies
     * @param withAxon whether a local axon is grown
     */
    public static Morphology grow(
            long seed, long nodeId, MtypeRule rule, GrowthParameters parameters, Tissue tissue, boolean withAxon) {
        return grow(seed, nodeId, rule, parameters, tissue, TreeGrower.flat(tissue.depth_um()), withAxon);
    }

    /** The same under a pia of any form; {@code tissue} tells depths and layers along the streamline of the soma. */
    public static Morphology grow(
            long seed,
            long nodeId,
            MtypeRule rule,
            GrowthParameters parameters,
            Tissue tissue,
            Pia pia,
            boolean withAxon) {
        var draws = Draws.of(seed, "synthesis.growth", nodeId);
        double radius = Math.max(2, parameters.soma_radius_um() * draws.normal(1, 0.1)); // chosen: CV 10 %
        var buffer = new GrowthBuffer(radius);
        var grower = new TreeGrower(buffer, draws, tissue.depth_um(), tissue.total_um(), radius, pia);
        if (withAxon) {
            trees(grower, draws, parameters.axon(), SectionType.AXON);
        }
        trees(grower, draws, parameters.basal(), SectionType.BASAL);
        if (!rule.apical().equals("none") && !parameters.apical().trees().isEmpty()) {
            var neurite = parameters.apical();
            int n = neurite.trees_per_cell()
                    .get(draws.nextInt(neurite.trees_per_cell().size()));
            for (int t = 0; t < n; t++) {
                int first = buffer.points();
                apical(buffer, grower, draws, rule, neurite, neurite.trees().get(next(draws, neurite, t, n)), tissue);
                if (pia instanceof FieldPia) {
                    buffer.settle(first, pia); // a flat one is respected by the stretch itself
                }
            }
        }
        return buffer.morphology();
    }

    private static void trees(TreeGrower grower, Draws draws, Neurite neurite, byte type) {
        if (neurite.trees().isEmpty()) {
            return;
        }
        int n = neurite.trees_per_cell()
                .get(draws.nextInt(neurite.trees_per_cell().size()));
        double turn = draws.nextDouble();
        for (int t = 0; t < n; t++) {
            var tree = neurite.trees().get(draws.nextInt(neurite.trees().size()));
            double azimuth = 2 * Math.PI * (turn + (t + draws.uniform(-0.3, 0.3)) / n);
            grower.grow(neurite, tree, type, 1, azimuth);
        }
    }

    private static void apical(
            GrowthBuffer buffer,
            TreeGrower grower,
            Draws draws,
            MtypeRule rule,
            Neurite neurite,
            Tree tree,
            Tissue tissue) {
        double goal = topGoal_um(rule, tree, tissue, draws);
        boolean rises = tree.top_um() > 100; // chosen: what stays lower does not aim at a layer
        double scale = rises ? Math.clamp(goal / tree.top_um(), SCALE_MIN, SCALE_MAX) : 1;
        int first = buffer.points();
        grower.grow(neurite, tree, SectionType.APICAL, scale, draws.uniform(0, 2 * Math.PI));
        double grown = buffer.top_um(first);
        if (rises && grown > 0) {
            buffer.stretchY(first, Math.clamp(goal / grown, 0.5, Math.min(2, (tissue.depth_um() - 1) / grown)));
        }
    }

    /** The k-th of a cell's n apical trees: trees of cells with several are listed in turn, so each keeps its place. */
    private static int next(Draws draws, Neurite neurite, int k, int n) {
        int groups = Math.max(1, neurite.trees().size() / n);
        return (draws.nextInt(groups) * n + k) % neurite.trees().size();
    }

    /** How high the tree shall reach: into layer 1 where its type does, else as deep cells do, in proportion. */
    private static double topGoal_um(MtypeRule rule, Tree tree, Tissue tissue, Draws draws) {
        double u = draws.nextDouble();
        if (rule.apical().equals("L1")) {
            return tissue.depth_um() - tissue.layer1_um() * (0.1 + 0.6 * u);
        }
        return Math.min(tissue.depth_um() - 5, tree.top_um() * tissue.depth_um() / tissue.home_depth_um());
    }
}
