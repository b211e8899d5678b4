package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.synthesis.v1.AstrocytesRequest;

/** What growing the processes of astrocytes costs. */
final class AstrocyteEstimate {
    private static final double CELLS_PER_S = 50; // chosen: order of magnitude on one core
    private static final long POINTS_PER_CELL =
            1300; // measured in domains of 1e5 um3, docs/science/astrocyte-processes.md
    private static final long BYTES_PER_POINT = 16; // four float32

    private AstrocyteEstimate() {}

    static Estimate of(AstrocytesRequest request, Datasets datasets) {
        long n = PlacedAstrocytes.count(request, datasets);
        long points = n * POINTS_PER_CELL;
        return Estimate.newBuilder()
                .setSeconds(n / CELLS_PER_S)
                .setDiskBytes(points * BYTES_PER_POINT)
                .setMemoryBytes(4 * points * BYTES_PER_POINT)
                .setAmount(n)
                .setUnit("astrocytes")
                .addNotes("%d astrocytes, about %d points in domains of usual size".formatted(n, points))
                .build();
    }
}
