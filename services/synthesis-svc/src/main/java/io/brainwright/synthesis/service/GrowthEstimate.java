package io.brainwright.synthesis.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.fabric.v1.Assumption;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.Arrays;
import java.util.TreeSet;

/** What growing a set of cells costs, and which of them grow from another m-type's parameters. */
final class GrowthEstimate {
    private static final double CELLS_PER_S = 130; // measured on one core, docs/science/topological-synthesis.md
    private static final long POINTS_PER_CELL = 1600; // measured, mean of the m-types
    private static final long POINTS_WITHOUT_AXON = 1000; // chosen: axons hold about a third
    private static final long BYTES_PER_POINT = 16; // four float32

    private static final double PROJECTIONS_PER_S = 40; // measured on one core, docs/science/long-range-axons.md
    private static final long POINTS_PER_WAY =
            600; // with two tufts 1140, measured from S1HL to S1FL, S1Tr and S1J; the split is chosen
    private static final long POINTS_PER_TUFT = 270;
    private static final Assumption TUFTS_CHOSEN = Assumption.newBuilder()
            .setPath("synthesis.long_range.tufts")
            .setUnit("1")
            .setSource("chosen: two in each target; places by the mid-range image, scatter and layers,"
                    + " docs/science/long-range-axons.md")
            .build();

    private final GrowthCatalogue catalogue;

    GrowthEstimate(GrowthCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Estimate of(SynthesisRequest request, Batch cells) {
        long n = cells.rowCount();
        long projecting = projecting(request, cells);
        long points = n * (request.getWithoutAxons() ? POINTS_WITHOUT_AXON : POINTS_PER_CELL)
                + projecting * (POINTS_PER_WAY + request.getLongRange().getTufts() * POINTS_PER_TUFT);
        var reply = Estimate.newBuilder()
                .setSeconds(n / CELLS_PER_S + projecting / PROJECTIONS_PER_S)
                .setDiskBytes(points * BYTES_PER_POINT)
                .setMemoryBytes(4 * points * BYTES_PER_POINT)
                .setAmount(n)
                .setUnit("cells")
                .addNotes("%d cells, about %d points".formatted(n, points));
        for (var mtype : new TreeSet<>(Arrays.asList(cells.texts("mtype")))) {
            var rule = catalogue.rule(mtype);
            if (!rule.generalised().isEmpty()) {
                reply.addAssumptions(Assumption.newBuilder()
                        .setPath("synthesis.grown_from." + mtype)
                        .setValue(rule.grown_from())
                        .setUnit("1")
                        .setSource("chosen: the nearest m-type with reconstructions whose licence allows it")
                        .addAllGeneralised(rule.generalised()));
            }
        }
        if (projecting > 0) {
            reply.addNotes("%d long-range axons".formatted(projecting))
                    .addAssumptions(TUFTS_CHOSEN.toBuilder()
                            .setValue(String.valueOf(request.getLongRange().getTufts())));
        }
        return reply.build();
    }

    /** Cells times targets that are not their own region. */
    private static long projecting(SynthesisRequest request, Batch cells) {
        if (!request.hasLongRange()) {
            return 0;
        }
        var asked = request.getLongRange();
        long sum = 0;
        for (int c = 0; c < cells.rowCount(); c++) {
            var region = cells.texts("region")[c];
            sum += asked.getMTypesList().contains(cells.texts("mtype")[c])
                    ? asked.getTargetsList().stream()
                            .filter(t -> !t.equals(region))
                            .count()
                    : 0;
        }
        return sum;
    }
}
