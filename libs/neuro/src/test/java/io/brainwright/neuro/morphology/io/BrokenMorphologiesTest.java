package io.brainwright.neuro.morphology.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a file can be broken: one problem that names the place, both clashing values, and the repair if any. */
class BrokenMorphologiesTest {
    private static final String SOUND =
            "1 1 0 0 0 5 -1;2 3 0 5 0 1 1;3 3 0 15 0 1 2;4 3 5 25 0 .5 3;5 3 -5 25 0 .5 3;6 3 -9 30 0 .5 5";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ID_TWICE               | 4 3 5 25 0 .5 3   | 3 3 5 25 0 .5 2   | line 4 | line 3
            PARENT_MISSING         | 4 3 5 25 0 .5 3   | 4 3 5 25 0 .5 77  | line 4 | parent 77
            CYCLE                  | 2 3 0 5 0 1 1     | 2 3 0 5 0 1 6     | line 2 | line 6
            CYCLE                  | 2 3 0 5 0 1 1     | 2 3 0 5 0 1 2     | line 2 | parent
            NOT_FINITE             | 5 3 -5 25 0 .5 3  | 5 3 NaN 25 0 .5 3 | line 5 | NaN
            RADIUS_NEGATIVE        | 5 3 -5 25 0 .5 3  | 5 3 -5 25 0 -1 3  | line 5 | radius -1
            NOT_A_NUMBER           | 5 3 -5 25 0 .5 3  | 5 3 x 25 0 .5 3   | line 5 | 'x'
            COLUMNS_MISSING        | 5 3 -5 25 0 .5 3  | 5 3 -5 25 0       | line 5 | 5 columns
            TYPE_UNDEFINED         | 5 3 -5 25 0 .5 3  | 5 0 -5 25 0 .5 3  | line 5 | type 0
            TYPE_UNKNOWN           | 5 3 -5 25 0 .5 3  | 5 999 -5 25 0 1 3 | line 5 | type 999
            SOMA_MISSING           | 1 1 0 0 0 5 -1    | 1 3 0 0 0 5 -1    | whole file | type 1
            SOMA_TWICE             | 5 3 -5 25 0 .5 3  | 5 1 -5 25 0 .5 -1 | line 5 | line 1
            SOMA_ON_NEURITE        | 5 3 -5 25 0 .5 3  | 5 1 -5 25 0 .5 3  | line 5 | line 3
            SECTION_WITHOUT_LENGTH | 4 3 5 25 0 .5 3   | 4 3 0 15 0 .5 3   | line 4 | 0.0 15.0 0.0
            """)
    void aBrokenSwcIsOneProblemWithThePlace(String code, String line, String broken, String where, String value)
            throws IOException {
        assertThat(SOUND).contains(line);
        var file = swc(SOUND.replace(line, broken));
        assertThatThrownBy(() -> MorphologyFile.read(file)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.facts()).containsEntry("code", code);
            assertThat(p.sentence()).contains("cell.swc", where, value);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ID_TWICE               | 5 3 -5 25 0 .5 3  | 5 3 -5 25 0 .5 3;5 3 -5 25 0 .5 3 | 4
            PARENT_MISSING         | 4 3 5 25 0 .5 3   | 4 3 5 25 0 .5 77 | 3
            NOT_FINITE             | 5 3 -5 25 0 .5 3  | 5 3 NaN 25 0 .5 3 | 4
            RADIUS_NEGATIVE        | 5 3 -5 25 0 .5 3  | 5 3 -5 25 0 -1 3  | 4
            TYPE_UNDEFINED         | 5 3 -5 25 0 .5 3  | 5 0 -5 25 0 .5 3  | 4
            SOMA_MISSING           | 1 1 0 0 0 5 -1    | 1 3 0 0 0 5 -1    | 4
            SECTION_WITHOUT_LENGTH | 4 3 5 25 0 .5 3   | 4 3 0 15 0 .5 3   | 3
            """)
    void whatCanBeRepairedIsRepairedOnRequestAndTold(String code, String line, String broken, int sections)
            throws IOException {
        var read = MorphologyFile.read(swc(SOUND.replace(line, broken)), true);
        assertThat(read.findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.severity()).isEqualTo(Severity.REPAIRED);
            assertThat(f.repair()).isNotEmpty();
        });
        assertThat(read.cell().sectionCount()).isEqualTo(sections);
        var again = folder.resolve("again.swc");
        MorphologyFile.write(read.cell(), again);
        assertThat(length_um(MorphologyFile.read(again))).isEqualTo(length_um(read.cell()));
    }

    @Test
    void allFaultsOfAFileAreToldTogether() throws IOException {
        var file = swc(SOUND.replace("5 25 0 .5 3", "5 25 0 -1 3"));
        assertThatThrownBy(() -> MorphologyFile.read(file))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.faults()).hasSize(2));
    }

    @Test
    void anUnorderedFileIsReadAndTold() throws IOException {
        var read = MorphologyFile.read(swc("3 3 0 15 0 1 2;2 3 0 5 0 1 1;1 1 0 0 0 5 -1"), false);
        assertThat(read.findings()).extracting(Finding::code).containsOnly("PARENT_LATER");
        assertThat(read.cell().length_um(1)).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            BRACKET_OPEN    ~ ((Dendrite) (0 5 0 1) (0 9 0 1)        ~ line 2
            BRACKET_CLOSED  ~ ((Dendrite) (0 5 0 1) (0 9 0 1)))      ~ line 2
            COLUMNS_MISSING ~ ((Dendrite) (0 5 0 1) (0 9 0))         ~ 3 numbers
            NOT_A_NUMBER    ~ ((Dendrite) (0 5 0 1) (0 9 0 1e))      ~ '1e'
            NOT_FINITE      ~ ((Dendrite) (0 5 0 1) (0 NaN 0 1))     ~ y NaN
            SECTION_WITHOUT_LENGTH ~ ((Dendrite) (0 5 0 1) (0 9 0 1) ((0 9 0 1) | (1 10 0 1))) ~ line 2
            SOMA_TWICE      ~ ("b" (CellBody) (9 0 0 0))             ~ line 1
            """, quoteCharacter = '\0')
    void aBrokenNeurolucidaFileIsOneProblemWithThePlace(String code, String line, String value) throws IOException {
        var file = Files.writeString(folder.resolve("cell.asc"), "(\"a\" (CellBody) (4 0 0 0) (0 4 0 0))\n" + line);
        assertThatThrownBy(() -> MorphologyFile.read(file)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.facts()).containsEntry("code", code);
            assertThat(p.sentence()).contains("cell.asc", value);
        });
    }

    @Test
    void anAscWithoutSomaSaysSo() throws IOException {
        var file = Files.writeString(folder.resolve("cell.asc"), "((Axon) (0 5 0 1) (0 9 0 1))");
        assertThatThrownBy(() -> MorphologyFile.read(file)).hasMessageContaining("CellBody");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SOMA_ROW, 0 2 -1 3 3 0",
        "OFFSETS, 0 1 -1 9 3 0",
        "OFFSETS, 0 1 -1 -2 3 0",
        "PARENT_MISSING, 0 1 -1 3 3 1",
        "TYPE_UNKNOWN, 0 1 -1 3 1 0"
    })
    void aBrokenStructureIsOneProblemWithItsRow(String code, String rows) {
        var words = rows.split(" ", -1);
        int[][] structure = new int[2][3];
        for (int i = 0; i < 6; i++) {
            structure[i / 3][i % 3] = Integer.parseInt(words[i]);
        }
        var file = h5(new float[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {-1, 0, 0, 0}, {0, 5, 0, 1}, {0, 9, 0, 1}}, structure);
        assertThatThrownBy(() -> MorphologyFile.read(file))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains(code, "row"));
    }

    @Test
    void numbersInHdf5AreChecked() {
        int[][] structure = {{0, 1, -1}, {1, 3, 0}};
        assertThatThrownBy(() -> MorphologyFile.read(h5(
                        new float[][] {{0, 0, 0, 9}, {0, 5, 0, 1}, {0, Float.NaN, 0, 1}}, structure)))
                .hasMessageContaining("row 2")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() ->
                        MorphologyFile.read(h5(new float[][] {{0, 0, 0, 9}, {0, 5, 0, 1}, {0, 5, 0, 1}}, structure)))
                .hasMessageContaining("SECTION_WITHOUT_LENGTH");
    }

    @Test
    void aFileThatIsCutOffOrNoTextOrNoMorphologyIsRefused() throws IOException {
        var whole = h5(new float[][] {{0, 0, 0, 9}, {0, 5, 0, 1}, {0, 9, 0, 1}}, new int[][] {{0, 1, -1}, {1, 3, 0}});
        var bytes = Files.readAllBytes(whole);
        for (int length : new int[] {0, 7, 40, bytes.length / 2}) {
            var cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> MorphologyFile.read(cut)).isInstanceOf(Problem.class);
        }
        var binary = Files.write(folder.resolve("binary.swc"), new byte[] {1, 0, 2});
        assertThatThrownBy(() -> MorphologyFile.read(binary)).hasMessageContaining("zero byte");
        var empty = Files.writeString(folder.resolve("empty.swc"), "# nothing\n");
        assertThatThrownBy(() -> MorphologyFile.read(empty)).hasMessageContaining("no points");
        var other = Files.writeString(folder.resolve("cell.txt"), "1");
        assertThatThrownBy(() -> MorphologyFile.read(other)).isInstanceOf(Problem.class);
    }

    private static double length_um(Morphology cell) {
        return IntStream.range(1, cell.sectionCount())
                .mapToDouble(cell::length_um)
                .sum();
    }

    private Path swc(String lines) throws IOException {
        return Files.writeString(folder.resolve("cell.swc"), lines.replace(';', '\n'));
    }

    private Path h5(float[][] points, int[][] structure) {
        var file = folder.resolve("cell.h5");
        try (var h5 = HdfFile.write(file)) {
            h5.putDataset("points", points);
            h5.putDataset("structure", structure);
        }
        return file;
    }
}
