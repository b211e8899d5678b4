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
    void beginsWithoutAnEndAreCounted() {
        begin(3);
        begin(3);
        begin(4);
        assertThat(state.begins(task(3))).isEqualTo(2);
        assertThat(state.begins(task(4))).isEqualTo(1);
        assertThat(state.begins(task(5))).isZero();
    }

    @Test
    void anEndGoodOrBadClearsTheCount() {
        begin(1);
        begin(2);
        take("done/" + DATASET, new ChunkDone("run", DATASET, false, new ChunkEntry(1, "one", List.of())));
        fail(2, "CHUNK_FAILED");
        assertThat(state.begins(task(1))).isZero();
        assertThat(state.begins(task(2))).isZero();
    }

    @Test
    void aWorkerThatGivesAChunkBackDoesNotCount() {
        begin(1);
        begin(1);
        take("left/" + DATASET, new ChunkLeft(DATASET, 1, 1));
        assertThat(state.begins(task(1))).isEqualTo(1);
    }

    @Test
    void theCountStaysUntilTheScientistHasBeenTold() {
        begin(1);
        begin(1);
        fail(1, ChunkFailed.DEADLY);
        assertThat(state.begins(task(1)))
                .as("for tasks of runs that nobody waits for")
                .isEqualTo(2);
        take("left/" + DATASET, new ChunkLeft(DATASET, 1, Integer.MAX_VALUE));
        assertThat(state.begins(task(1))).isZero();
    }

    @Test
    void aDatasetThatIsForgottenHasNoCounts() {
        begin(1);
        take("forget/" + DATASET, "");
        assertThat(state.begins(task(1))).isZero();
    }

    private void begin(int chunk) {
        take("begun/" + DATASET, new ChunkBegun(DATASET, chunk));
    }

    private void fail(int chunk, String reason) {
        var problem = new Problem(Kind.INTERNAL, reason, "It failed.", "", Map.of());
        take("failed/" + DATASET, new ChunkFailed("run", DATASET, chunk, ChunkFailed.Told.of(problem)));
    }

    private void take(String key, Object value) {
        state.take(new ConsumerRecord<>(Topics.DONE, 0, offset++, key, LedgerJson.write(value)));
    }

    private static Task task(int chunk) {
        return new Task("run", DATASET, "numbers", 1, "{}", chunk, 5, null, false);
    }
}
