package io.brainwright.connectome.model.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuritesTest {
    @TempDir
    private Path folder;

    /** An axon that goes down 30 um in two steps and forks there into branches of 50 um; one dendrite. */
    private static final String FORKED = """
            1 1 0 0 0 5 -1
            2 2 0 -5 0 0.5 1
            3 2 0 -20 0 0.5 2
            4 2 0 -35 0 0.5 3
            5 2 50 -35 0 0.5 4
            6 2 -50 -35 0 0.5 4
            7 3 0 5 0 1 1
            8 3 0 60 0 1 7
            """;

    @Test
    void theInitialSegmentEndsAtItsPathFromTheSomaOnEveryBranch() throws IOException {
        var segments = initialSegment(FORKED, 40);
        double length_um = 0;
        for (int i = 0; i < segments.size(); i++) {
            length_um += segments.length_um(i);
            assertThat(segments.path_um(i) + segments.length_um(i)).isLessThanOrEqualTo(40 + 1e-4);
        }
        assertThat(segments.size()).isEqualTo(4);
        assertThat(length_um).isCloseTo(30 + 2 * 10, within(1e-4));
        assertThat(segments.sectionLength_um(2)).isEqualTo(50f);
    }

    @Test
    void aCellWithoutAnAxonHasNone() throws IOException {
        var dendriteOnly = "1 1 0 0 0 5 -1\n7 3 0 5 0 1 1\n8 3 0 60 0 1 7\n";
        assertThat(initialSegment(dendriteOnly, 40).size()).isZero();
    }

    private Segments initialSegment(String swc, double length_um) throws IOException {
        var file = Files.writeString(folder.resolve("cell.swc"), swc);
        var type = new CellType("L5_TPC:A", SynapseClass.EXC);
        var cell = new PlacedCell(0, type, SwcMorphology.read(file), 100, 200, 300, Quaternion.IDENTITY);
        var segments = new Segments();
        Neurites.addInitialSegment(cell, 0, length_um, segments);
        return segments;
    }
}
