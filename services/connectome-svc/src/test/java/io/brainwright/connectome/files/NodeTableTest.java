package io.brainwright.connectome.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTableTest {
    @TempDir
    private Path folder;

    @Test
    void aHugeIdInAShortFileIsRefusedBeforeRoomIsMadeForIt() throws IOException {
        var file = Files.writeString(folder.resolve("nodes.csv"), "id,x\n0,1\n2147483646,1\n");
        assertThatThrownBy(() -> NodeTable.read(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("2147483646");
    }
}
