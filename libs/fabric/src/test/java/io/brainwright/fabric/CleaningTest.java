package io.brainwright.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.clean.Cleaned;
import io.brainwright.fabric.clean.Cleaner;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cleaning frees what nobody can use, and nothing else. */
@Timeout(90)
class CleaningTest {
    @TempDir
    Path workspace;

    private final AtomicInteger broken = new AtomicInteger(-1);
    private final AtomicInteger makes = new AtomicInteger();
    private final NumbersStage stage = new NumbersStage() {
        @Override
        public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
            super.make(request, chunk, inputs, out);
            if (chunk.index() == broken.get()) {
                throw new IllegalStateException("broken on purpose");
            }
            makes.incrementAndGet();
        }
    };

    private EmbeddedBroker broker;
    private Fabric fabric;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(workspace, 0);
        fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
        fabric.work(List.of(stage), 1);
    }

    @AfterEach
    void stop() {
        fabric.close();
        broker.close();
    }

    @Test
    void whatIsInTheCatalogueStaysReadable() throws Exception {
        var kept = build("kept");
        settle();
        assertThat(clean(Set.of(), false).isNothing())
                .as("nothing is left for a second cleaning")
                .isTrue();
        assertThat(rows(kept)).hasSize(3 * NumbersStage.ROWS);
        makes.set(0);
        assertThat(build("kept").id()).isEqualTo(kept.id());
        assertThat(makes).as("it is taken from the catalogue").hasValue(0);
    }

    @Test
    void aDatasetThatIsTakenOutIsMadeAgainWithTheSameBytes() throws Exception {
        var first = build("out");
        var other = build("stays");
        settle();
        var counted = fabric.cleaner().clean(new Cleaner.Order(Set.of(first.id()), false, true));
        assertThat(counted.datasets()).isEqualTo(1);
        assertThat(rows(first)).as("a dry run deletes nothing").hasSize(3 * NumbersStage.ROWS);
        assertThat(clean(Set.of(first.id()), false)).isEqualTo(counted);
        assertThatThrownBy(() -> fabric.datasets().manifest(first.id())).isInstanceOf(Problem.class);
        makes.set(0);
        assertThat(build("out").rowHash()).isEqualTo(first.rowHash());
        assertThat(makes).hasValue(3);
        assertThat(rows(other)).hasSize(3 * NumbersStage.ROWS);
    }

    @Test
    void chunksOfAnUnfinishedBuildGoOnlyWhenToldTo() throws Exception {
        broken.set(1);
        assertThatThrownBy(() -> build("half")).isInstanceOf(Problem.class);
        assertThat(makes).hasValue(2);
        settle();
        broken.set(-1);
        assertThat(clean(Set.of(), false).isNothing())
                .as("unfinished chunks stay")
                .isTrue();
        assertThat(clean(Set.of(), true).datasets()).isEqualTo(1);
        makes.set(0);
        build("half");
        assertThat(makes).as("all chunks are made anew").hasValue(3);
    }

    /** Cleans until the workers' commits have been seen. */
    private void settle() throws InterruptedException {
        do {
            Thread.sleep(100);
            clean(Set.of(), false);
        } while (!clean(Set.of(), false).isNothing());
    }

    private Cleaned clean(Set<DatasetId> datasets, boolean unfinished) {
        return fabric.cleaner().clean(new Cleaner.Order(datasets, unfinished, false));
    }

    private Manifest build(String words) {
        var request = SearchRequest.newBuilder().setWords(words).setLimit(3).build();
        return fabric.builds().build(stage, request, _ -> {}).manifest();
    }

    private long[] rows(Manifest manifest) {
        return fabric.datasets().read(manifest.id(), "numbers").longs("node_id");
    }
}
