package io.brainwright.connectome.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairFileTest {
    private static final String HEADER = "id,x0,y0,z0,x1,y1,z1,radius,cell";

    @TempDir
    private Path folder = Path.of("");

    /** 832 pairs, found before by brute force; blocks much smaller than the files give the same file. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1_000_000})
    void thePairsAreThoseOfBruteForce(int block) throws IOException {
        var pairs = folder.resolve("pairs.csv");
        long count = PairFile.write(
                        Reference.path("connectome/apposition/axon_segments.csv"),
                        Reference.path("connectome/apposition/dendrite_segments.csv"),
                        2.5,
                        pairs,
                        block)
                .pairs();
        var expected = Files.readAllLines(Reference.path("connectome/apposition/expected_pairs.csv"));
        var found = Files.readAllLines(pairs);
        assertThat(count).isEqualTo(expected.size() - 1);
        assertThat(found.stream().map(PairFileTest::ids).toList())
                .isEqualTo(expected.stream().map(PairFileTest::ids).toList());
        for (int i = 1; i < found.size(); i++) {
            assertThat(gap(found.get(i))).isCloseTo(gap(expected.get(i)), within(1.5e-6)); // six digits, both rounded
        }
    }

    @Test
    void cellsDoNotTouchThemselvesAndTheGapItselfIsTooFar() throws IOException {
        var axons = file("axons.csv", "7,0,0,0,10,0,0,0.5,1");
        var dendrites = file(
                "dendrites.csv",
                "1,0,3,0,10,3,0,0.5,2",
                "2,0,2.5,0,10,2.5,0,0.5,1",
                "3,5,-2,0,5,-2,0,1,3",
                "4,0,3.25,0,9,3.25,0,0.5,2");
        var pairs = folder.resolve("pairs.csv");
        assertThat(PairFile.write(axons, dendrites, 2, pairs).pairs()).isEqualTo(1);
        assertThat(Files.readAllLines(pairs)).containsExactly("axon_id,dendrite_id,surface_gap_um", "7,3,0.500000");
    }

    @Test
    void aWrongLineLeavesNoFileBehind() throws IOException {
        var axons = file("axons.csv", "7,0,0,0,10,0,0,0.5,1", "8,0,0,0,10,0,0,-0.5,1");
        var pairs = folder.resolve("pairs.csv");
        assertThatThrownBy(() -> PairFile.write(axons, axons, 2, pairs))
                .hasMessageContaining("line 3")
                .hasMessageContaining("radius");
        assertThat(folder).isDirectoryNotContaining("glob:**pairs*");
    }

    private Path file(String name, String... rows) throws IOException {
        var lines = new java.util.ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name), lines);
    }

    private static String ids(String line) {
        return line.substring(0, line.lastIndexOf(','));
    }

    private static double gap(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }
}
