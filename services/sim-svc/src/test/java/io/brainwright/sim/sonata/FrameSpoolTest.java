package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameSpoolTest {
    @TempDir
    private Path folder;

    @Test
    void everyColumnComesBackInOrderAndNothingIsLeft() {
        var file = folder.resolve("report.h5.frames");
        try (var spool = new FrameSpool(file, 5)) {
            for (int k = 0; k < 1000; k++) {
                spool.add(new float[] {k, k + 0.1f, k + 0.2f, k + 0.3f, k + 0.4f});
            }
            assertThat(spool.count()).isEqualTo(1000);
            assertThat(file).hasSize(1000 * 5 * 4);
            int k = 0;
            for (var part : spool.columns(2, 4)) {
                assertThat(part).containsExactly(k + 0.2f, k + 0.3f);
                k++;
            }
            assertThat(k).isEqualTo(1000);
        }
        assertThat(file).doesNotExist();
    }
}
