package io.brainwright.fabric.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BeginsTest {
    private static final String DATASET = "ab";

    private final LedgerState state = new LedgerState();
    private long offset;

    @Test
    void beginsWithoutAnEndAreCountedForEachRunAndChunk() {
        begin("first", 3);
        begin("first", 3);
        begin("first", 4);
        begin("second", 3);
        assertThat(state.begins(task("first", 3))).isEqualTo(2);
        assertThat(state.begins(task("first", 4))).isEqualTo(1);
        assertThat(state.begins(task("second", 3))).isEqualTo(1);
        assertThat(state.begins(task("second", 4))).isZero();
    }

    @Test
    void anEndGoodOrBadClearsTheCount() {
        begin("run", 1);
        begin("run", 2);
        take("done/" + DATASET, new ChunkDone("run", DATASET, false, new ChunkEntry(1, "one", List.of())));
        var problem = new Problem(Kind.INTERNAL, "CHUNK_FAILED", "It failed.", "", Map.of());
        take("failed/" + DATASET, new ChunkFailed("run", DATASET, 2, ChunkFailed.Told.of(problem)));
        assertThat(state.begins(task("run", 1))).isZero();
        assertThat(state.begins(task("run", 2))).isZero();
    }

    @Test
    void aDatasetThatIsForgottenHasNoCounts() {
        begin("run", 1);
        take("forget/" + DATASET, "");
        assertThat(state.begins(task("run", 1))).isZero();
    }

    private void begin(String run, int chunk) {
        take("begun/" + DATASET, new ChunkBegun(run, DATASET, chunk));
    }

    private void take(String key, Object value) {
        state.take(new ConsumerRecord<>(Topics.DONE, 0, offset++, key, LedgerJson.write(value)));
    }

    private static Task task(String run, int chunk) {
        return new Task(run, DATASET, "numbers", 1, "{}", chunk, 5, null, false);
    }
}
