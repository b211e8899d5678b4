package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree that a long-range axon ends in: one of the m-type's axon trees, grown about the target. Where more cortex lies above the target than below, it
 * rises: its angles to the pia-ward axis count from the white matter's side. Branches end where they would leave the target region.
 */
final class Tuft {
    private static final double EDGE_UM = 2; // chosen: two steps from the region's sides and from the white matter

    private final SheetRegion region;
    private final BentFrame bent;
    private final double depth_um;
    private final double total_um;
    private final double[] place = new double[3];
    private final double[] share = new double[2];

    Tuft(SheetRegion region, double[] root) {
        CorticalSheet sheet = region.sheet();
        this.region = region;
        this.bent = new BentFrame(sheet, root);
        this.depth_um = sheet.depth_um(root[0], root[1], root[2]);
        this.total_um = sheet.recipe().thickness_um();
    }

    /** Grows it in flat tissue about its root; {@link #toAtlas} lays it over the sheet. */
    Morphology grow(Neurite axon, Draws draws) {
        var tree = axon.trees().get(draws.nextInt(axon.trees().size()));
        boolean rises = depth_um > total_um / 2;
        var buffer = new GrowthBuffer(0);
        new TreeGrower(buffer, draws, depth_um, total_um, 0, TreeGrower.AXONS, this::holds)
                .grow(axon, rises ? upsideDown(tree) : tree, SectionType.AXON, 1, draws.uniform(0, 2 * Math.PI));
        return buffer.morphology();
    }

    void toAtlas(double[] flat, double[] out) {
        bent.toAtlas(flat, out);
    }

    private boolean holds(double[] flat) {
        bent.toAtlas(flat, place);
        region.fractions(place[0], place[1], place[2], share);
        double lateral = EDGE_UM / region.lateralSide_um();
        double posterior = EDGE_UM / region.posteriorSide_um();
        return depth_um - flat[1] < total_um - EDGE_UM
                && Math.min(share[0], 1 - share[0]) > lateral
                && Math.min(share[1], 1 - share[1]) > posterior;
    }

    static Tree upsideDown(Tree tree) {
        var bars = new ArrayList<List<Float>>();
        for (var bar : tree.bars()) {
            var turned = new ArrayList<>(bar);
            turned.set(4, 180 - bar.get(4));
            bars.add(List.copyOf(turned));
        }
        return new Tree(180 - tree.trunk_deg(), tree.top_um(), bars);
    }
}
