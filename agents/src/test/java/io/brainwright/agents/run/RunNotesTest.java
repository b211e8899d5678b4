package io.brainwright.agents.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunNotesTest {
    @Test
    void whatAllRunsSayIsSaidOnceAndWhatSomeSayWithTheirName() {
        var notes = new RunNotes();
        notes.add("stimulated", List.of("Bins of 2 ms.", "Latency: from 50.0 ms to the first spike."));
        notes.add("control", List.of("Bins of 2 ms.", "Latency: from 0.0 ms to the first spike."));

        assertThat(notes.words())
                .containsExactly(
                        "Bins of 2 ms.",
                        "Latency: from 50.0 ms to the first spike (stimulated).",
                        "Latency: from 0.0 ms to the first spike (control).");
    }

    @Test
    void oneRunNeedsNoName() {
        var notes = new RunNotes();
        notes.add("", List.of("Latency: from 5.0 ms to the first spike.", "Latency: from 5.0 ms to the first spike."));

        assertThat(notes.words()).containsExactly("Latency: from 5.0 ms to the first spike.");
    }
}
