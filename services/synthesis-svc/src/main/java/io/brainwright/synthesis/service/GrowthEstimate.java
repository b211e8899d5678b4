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

    private final GrowthCatalogue catalogue;

    GrowthEstimate(GrowthCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Estimate of(SynthesisRequest request, Batch cells) {
        long n = cells.rowCount();
        long points = n * (request.getWithoutAxons() ? POINTS_WITHOUT_AXON : POINTS_PER_CELL);
        var reply = Estimate.newBuilder()
                .setSeconds(n / CELLS_PER_S)
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
        return reply.build();
    }
}
