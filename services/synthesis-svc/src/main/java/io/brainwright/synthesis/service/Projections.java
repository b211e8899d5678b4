package io.brainwright.synthesis.service;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.proto.synthesis.v1.LongRangeAxons;
import io.brainwright.synthesis.model.growth.LongRangeAxon;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.Set;

/** Gives the cells of a chunk the long-range axons that were asked for. One thread at a time. */
final class Projections {
    private final LongRangeAxons asked;
    private final long seed;
    private final GrowthCatalogue catalogue;
    private final Set<String> types;
    private final CorticalSheet sheet = CorticalSheet.open(LongRangeRequests.ATLAS);
    private final LongRangeAxon axons = new LongRangeAxon(sheet);

    /** @param asked complete */
    Projections(LongRangeAxons asked, long seed, GrowthCatalogue catalogue) {
        this.asked = asked;
        this.seed = seed;
        this.catalogue = catalogue;
        this.types = Set.copyOf(asked.getMTypesList());
    }

    /** The cell with its long-range axon; as it is where it does not project. */
    Morphology extended(PlacedCells cells, int c, Morphology grown) {
        var region = cells.region(c);
        var targets = asked.getTargetsList().stream()
                .filter(target -> !target.equals(region))
                .map(sheet::region)
                .toList();
        if (targets.isEmpty() || !types.contains(cells.mtype(c))) {
            return grown;
        }
        return axons.extend(
                seed,
                cells.nodeId(c),
                grown,
                cells.frame(c),
                sheet.region(region),
                targets,
                asked.getTufts(),
                catalogue.parameters(catalogue.rule(cells.mtype(c))).axon());
    }
}
