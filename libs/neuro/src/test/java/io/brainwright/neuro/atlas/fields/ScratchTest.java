package io.brainwright.neuro.atlas.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Columns in files give what columns on the heap give, and leave nothing behind. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a mapped file keeps its name there until it is unmapped")
class ScratchTest {
    @TempDir
    Path folder;

    private Path files;

    @BeforeEach
    void folder() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
    }

    private AtlasFields fields(Scratch scratch) {
        var tree = Geometry.tree(folder, 3);
        Geometry.Ids ids = (x, y, z) -> {
            double r = Math.sqrt(x * x + y * y + (z - 9.5) * (z - 9.5));
            return r < 10 || r > 19 || z < 2 || z > 17 ? 0 : r > 16 ? 101 : r > 13 ? 102 : 103;
        };
        var annotation = new Annotation(Geometry.annotation(folder, ids, 10, 20, 20, 20), tree);
        return AtlasFields.of(annotation, tree, "C", Double.POSITIVE_INFINITY, scratch);
    }

    @Test
    void columnsInFilesGiveTheSameBytes() throws IOException {
        FieldFiles.write(fields(Scratch.heap()), folder.resolve("a"));
        FieldFiles.write(fields(Scratch.files(files)), folder.resolve("b"));
        try (var written = Files.list(folder.resolve("a"))) {
            for (var file : written.toList()) {
                assertThat(folder.resolve("b").resolve(file.getFileName())).hasBinaryContent(Files.readAllBytes(file));
            }
        }
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void aMappedFileHasNoName() {
        var column = Scratch.files(files).floats(1000);
        column.set(999, 2.5);
        assertThat(column.at(999)).isEqualTo(2.5f);
        assertThat(column.at(0)).isZero();
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void afterARefusalNothingIsLeft() {
        var tree = Geometry.tree(folder, 3);
        // layer 1 is walled in on all sides: no pia
        Geometry.Ids ids = (x, y, z) ->
                x < 2 || y < 2 || z < 2 || x > 9 || y > 9 || z > 9 ? 0 : x == 5 && y == 5 && z == 5 ? 101 : 103;
        var annotation = new Annotation(Geometry.annotation(folder, ids, 10, 12, 12, 12), tree);
        assertThatThrownBy(() -> AtlasFields.of(annotation, tree, "C", 1e9, Scratch.files(files)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("open upper face");
        assertThat(files).isEmptyDirectory();
    }
}
