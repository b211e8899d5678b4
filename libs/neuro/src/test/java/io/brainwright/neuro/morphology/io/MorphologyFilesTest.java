package io.brainwright.neuro.morphology.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorphologyFilesTest {
    /** A soma, an axon, and a dendrite that forks. */
    private static final String FORK = """
            1 1 0 0 0 5 -1
            2 2 0 -5 0 0.5 1
            3 2 0 -20 0 0.5 2
            4 3 0 5 0 1 1
            5 3 0 15 0 1 4
            6 3 5 25 0 0.5 5
            7 3 -5 25 0 0.5 5
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cell.swc"), text);
    }

    @Test
    void sectionsOfAnSwcAreCutAtForks() throws IOException {
        var cell = SwcMorphology.read(file(FORK));
        assertThat(cell.sectionCount()).isEqualTo(5);
        assertThat(new int[] {cell.parent(1), cell.parent(2), cell.parent(3), cell.parent(4)})
                .containsExactly(0, 0, 2, 2);
        assertThat(cell.length_um(3)).isCloseTo(StrictMath.sqrt(125), within(1e-6));
        assertThat(cell.diameter(cell.begin(2))).isEqualTo(2);
    }

    @Test
    void aCellSurvivesHdf5AndSwc() throws IOException {
        var cell = SwcMorphology.read(file(FORK));
        H5Morphology.write(cell, folder.resolve("cell.h5"));
        same(cell, H5Morphology.read(folder.resolve("cell.h5")));
        SwcMorphology.write(cell, folder.resolve("again.swc"));
        same(cell, SwcMorphology.read(folder.resolve("again.swc")));
    }

    @Test
    void aFaultNamesTheLineWhatWasFoundAndWhatIsAllowed() throws IOException {
        var broken = file(FORK.replace("6 3 5 25 0 0.5 5", "6 3 5 25 0 0.5 99"));
        assertThatThrownBy(() -> SwcMorphology.read(broken))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence()).contains("cell.swc", "line 6", "parent 99", "an earlier line"));
        var notH5 = broken;
        assertThatThrownBy(() -> H5Morphology.read(notH5)).isInstanceOf(Problem.class);
    }

    private static void same(Morphology a, Morphology b) {
        assertThat(b.somaRadius_um()).isCloseTo(a.somaRadius_um(), within(1e-5));
        assertThat(b.sectionCount()).isEqualTo(a.sectionCount());
        int shift = b.end(0) - a.end(0); // HDF5 knows somata as contours only
        for (int s = 1; s < a.sectionCount(); s++) {
            assertThat(b.parent(s)).isEqualTo(a.parent(s));
            assertThat(b.type(s)).isEqualTo(a.type(s));
            assertThat(b.begin(s)).isEqualTo(a.begin(s) + shift);
        }
        for (int p = a.end(0); p < a.pointCount(); p++) {
            assertThat(b.x(p + shift)).isEqualTo(a.x(p));
            assertThat(b.y(p + shift)).isEqualTo(a.y(p));
            assertThat(b.diameter(p + shift)).isEqualTo(a.diameter(p));
        }
    }
}
