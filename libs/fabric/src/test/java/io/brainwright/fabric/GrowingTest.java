package io.brainwright.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made can be read while it is made. */
class GrowingTest {
    private static final TableSchema FRAMES = new TableSchema(
            "numbers",
            List.of(
                    Column.of("frame", ColumnType.I64, "1", "number of the frame", "test"),
                    Column.of("values", ColumnType.F32_LIST, "mV", "voltages", "test")));
    private static final int BLOCK = 16;
    private static final int VALUES = 20_000;
    private static final int STEPS = 4;

    /** Makes sixteen frames each time it is allowed to, 1.3 MB that do not compress. */
    private static final class Frames extends NumbersStage {
        private final Semaphore allowed = new Semaphore(0);

        @Override
        public List<TableSchema> tables(SearchRequest request) {
            return List.of(FRAMES);
        }

        @Override
        public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
            for (int step = 0; step < STEPS; step++) {
                while (!permitted()) {
                    out.progress(step, "frame " + step * BLOCK);
                }
                var numbers = new long[BLOCK];
                var values = new float[BLOCK][VALUES];
                for (int row = 0; row < BLOCK; row++) {
                    numbers[row] = (long) step * BLOCK + row;
                    var noise = new SplittableRandom(numbers[row]);
                    for (int v = 0; v < VALUES; v++) {
                        values[row][v] = (float) noise.nextDouble();
                    }
                }
                out.write(Batch.of(FRAMES, numbers, values));
                out.share();
            }
        }

        private boolean permitted() {
            try {
                return allowed.tryAcquire(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Test
    void framesAreReadWhileTheRestIsStillBeingMade(@TempDir Path workspace) throws Exception {
        var request = SearchRequest.newBuilder().setWords("grow").setLimit(1).build();
        var stage = new Frames();
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 1);
            var datasets = fabric.datasets();
            var building = CompletableFuture.supplyAsync(
                    () -> fabric.builds().build(stage, request, status -> {}).manifest());
            assertThat(datasets.growing()).isEmpty();

            stage.allowed.release();
            until(() -> rows(datasets) == BLOCK);
            var soFar = datasets.growing().getFirst();
            assertThat(building).isNotDone();
            assertThat(soFar.tables()).containsExactly(FRAMES);
            var piece = datasets.withGrowing().around(soFar.id(), "numbers", 0, 5);
            assertThat(piece.rows().longs("frame")[5]).isEqualTo(5);
            assertThat(piece.rows().floatLists("values")[5][0]).isEqualTo((float) new SplittableRandom(5).nextDouble());
            assertThatThrownBy(() -> datasets.read(soFar.id(), "numbers"))
                    .as("whoever does not ask for it sees only what is whole")
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("no dataset");

            stage.allowed.release();
            until(() -> rows(datasets) == 2 * BLOCK);
            stage.allowed.release(STEPS);
            Manifest whole = building.get(60, TimeUnit.SECONDS);
            assertThat(whole.rows()).containsEntry("numbers", (long) STEPS * BLOCK);
            assertThat(datasets.growing()).isEmpty();
            assertThat(datasets.withGrowing().read(whole.id(), "numbers").longs("frame"))
                    .hasSize(STEPS * BLOCK);
        }
    }

    @Test
    void whatIsCancelledNoLongerGrows(@TempDir Path workspace) throws Exception {
        var request = SearchRequest.newBuilder().setWords("stop").setLimit(1).build();
        var stage = new Frames();
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 1);
            var builder = Thread.ofVirtual().start(() -> {
                try {
                    fabric.builds().build(stage, request, status -> {});
                } catch (Problem cancelled) {
                    assertThat(cancelled.reason()).isNotEmpty();
                }
            });
            stage.allowed.release();
            until(() -> rows(fabric.datasets()) == BLOCK);
            builder.interrupt();
            until(() -> fabric.datasets().growing().isEmpty());
        }
    }

    private static long rows(Datasets datasets) {
        return datasets.growing().stream()
                .mapToLong(m -> m.rows().getOrDefault("numbers", 0L))
                .sum();
    }

    private static void until(BooleanSupplier met) throws InterruptedException {
        for (int i = 0; i < 1200 && !met.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(met.getAsBoolean()).isTrue();
    }
}
