package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    @Test
    void saysWhatIsDoneOfWhatHowFastAndHowLongStill() {
        assertThat(ProgressBar.line("synthesis", "grown 150 of 300 cells, layer 5", 150, 300, 50, "cells"))
                .contains("############------------", "50 %", "grown 150 of 300 cells, layer 5", "50.0 cells/s", "3 s left");
    }

    @Test
    void aFinishedStepLeavesOneLineOnATerminal() {
        var bytes = new ByteArrayOutputStream();
        var bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
        bar.show("atlas", "voxelised 1 of 2 voxels", 1, 2, 0, "voxels");
        bar.done("atlas ready");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("\ratlas ready\n");
    }

    @Test
    void durationsAreSaidAsPeopleSayThem() {
        assertThat(ProgressBar.duration(0.2)).isEqualTo("under 1 s");
        assertThat(ProgressBar.duration(42)).isEqualTo("42 s");
        assertThat(ProgressBar.duration(600)).isEqualTo("10 min");
        assertThat(ProgressBar.duration(7200)).isEqualTo("2.0 h");
    }
}
