package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.placement.v1.BrainRequest;
import io.brainwright.testkit.StageHarness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrainStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final BrainStage STAGE = new BrainStage();

    private static BrainRequest.Builder share(double fraction) {
        return BrainRequest.newBuilder().setFraction(fraction).setSeed(5);
    }

    @Test
    void cellsOfEachPartAndClassAreThoseThatTheTableOfPartsTells() {
        var made = HARNESS.run(STAGE, share(0.0005).build());
        var cells = HARNESS.read(made, "cells");
        var parts = HARNESS.read(made, "parts");
        assertThat(parts.rowCount()).isEqualTo(15);
        for (int p = 0; p < parts.rowCount(); p++) {
            var region = parts.texts("region")[p];
            var cellClass = parts.texts("cell_class")[p];
            long n = IntStream.range(0, cells.rowCount())
                    .filter(i ->
                            cells.texts("region")[i].equals(region) && cells.texts("cell_class")[i].equals(cellClass))
                    .count();
            assertThat(parts.longs("cells")[p]).isEqualTo(n);
            assertThat((double) n).isCloseTo(0.0005 * parts.longs("cells_in_part")[p], within(1.0));
        }
        assertThat(IntStream.range(0, cells.rowCount()).allMatch(i -> cells.longs("node_id")[i] == i))
                .isTrue();
        assertThat(cells.rowCount()).isEqualTo(HARNESS.read(made, "cells").rowCount());
        assertThat((long) STAGE.estimate(STAGE.complete(share(0.0005).build())).getAmount())
                .isEqualTo(cells.rowCount());
    }

    @Test
    void tilesAreTheSameInAnyOrder() {
        var request = STAGE.complete(share(0.02).addRegions("Isocortex").build());
        var chunks = STAGE.chunks(request, HARNESS);
        assertThat(chunks.size()).isGreaterThan(3);
        var forward = chunks.stream().limit(3).map(c -> sum(request, c)).toList();
        var backward = chunks.reversed().stream()
                .skip(chunks.size() - 3)
                .map(c -> sum(request, c))
                .toList();
        assertThat(backward.reversed()).isEqualTo(forward);
        assertThat(forward.stream().distinct().count()).isEqualTo(3);
    }

    /** The bytes of a small piece: where they change, the version of the stage must rise. */
    @Test
    void theBytesOfASmallPieceStay() {
        var request = STAGE.complete(share(0.0001).addRegions("CB").build());
        assertThat(STAGE.version()).isEqualTo(1);
        assertThat(sum(request, STAGE.chunks(request, HARNESS).getFirst())).isEqualTo(GOLDEN);
    }

    private static final long GOLDEN = -1_929_570_421_535_394L;

    private static long sum(BrainRequest request, ChunkSpec chunk) {
        var batches = new ArrayList<Batch>();
        STAGE.make(request, chunk, HARNESS, new ChunkSink() {
            @Override
            public void write(Batch rows) {
                batches.add(rows);
            }

            @Override
            public void progress(long done, String detail) {
                assertThat(done).isLessThanOrEqualTo(chunk.amount());
            }
        });
        long hash = 1;
        for (var batch : batches) {
            if (batch.schema().name().equals("cells")) {
                for (var axis : List.of("x", "y", "z")) {
                    hash = 31 * hash + Arrays.hashCode(batch.floats(axis));
                }
                hash = 31 * hash + Arrays.hashCode(batch.texts("cell_class"));
                hash = 31 * hash + Arrays.hashCode(batch.longs("node_id"));
            }
        }
        return hash;
    }

    @Test
    void whatIsLeftOpenIsFilled() {
        var complete = STAGE.complete(BrainRequest.getDefaultInstance());
        assertThat(complete.getFraction()).isEqualTo(1);
        assertThat(complete.getRegionsList()).containsExactly("CB", "Isocortex", "rest");
        assertThat(STAGE.complete(complete)).isEqualTo(complete);
        assertThat((long) STAGE.estimate(complete).getAmount()).isEqualTo(111_080_000);
    }

    @Test
    void faultsAreToldTogether() {
        var problem = catchThrowableOfType(
                Problem.class, () -> STAGE.complete(share(1.5).addRegions("CBX").build()));
        assertThat(problem.faults()).extracting(FieldFault::field).containsExactly("regions", "fraction");
        problem = catchThrowableOfType(
                Problem.class, () -> STAGE.complete(share(1e-9).build()));
        assertThat(problem.faults()).extracting(FieldFault::field).contains("fraction");
    }
}
