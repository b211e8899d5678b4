package io.brainwright.neuro.atlas.nrrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NrrdTest {
    private static final String HEAD =
            "NRRD0004\ntype: uint8\ndimension: 1\nspace dimension: 1\nsizes: 3\nencoding: raw\nspace directions: (25)\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(NrrdType.class)
    void everyTypeSurvivesBothByteOrdersAndEncodings(NrrdType type) {
        for (int variant = 0; variant < 4; variant++) {
            var header = new NrrdHeader(
                    type,
                    2,
                    new int[] {3, 1, 2},
                    new double[] {10, 20, 25},
                    new double[] {-5, 0, 7.5},
                    variant < 2,
                    variant % 2 == 0);
            var file = folder.resolve("volume.nrrd");
            try (var writer = new NrrdWriter(file, header)) {
                for (int i = 0; i < 12; i++) {
                    writer.next(10 * i);
                }
            }
            try (var reader = new NrrdReader(file)) {
                assertThat(reader.header().type()).isEqualTo(type);
                assertThat(reader.header().components()).isEqualTo(2);
                assertThat(reader.header().sizes()).containsExactly(3, 1, 2);
                assertThat(reader.header().spacing_um()).containsExactly(10, 20, 25);
                assertThat(reader.header().origin_um()).containsExactly(-5, 0, 7.5);
                for (int i = 0; i < 12; i++) {
                    assertThat(reader.next()).isEqualTo(10 * i);
                }
            }
        }
    }

    @Test
    void aFileThatWasNotWrittenWholeDoesNotAppear() {
        var header = new NrrdHeader(NrrdType.FLOAT, 1, new int[] {3}, new double[] {1}, new double[] {0}, true, true);
        try (var writer = new NrrdWriter(folder.resolve("half.nrrd"), header)) {
            writer.next(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            type: uint8                | type: complex              | 'complex'
            dimension: 1               | dimension: 2               | 1 numbers
            sizes: 3                   | sizes: -3                  | -3
            sizes: 3                   | sizes: 99999999999         | 99999999999
            encoding: raw              | encoding: bzip2            | bzip2
            encoding: raw              | encoding: gzip             | GZIP
            space directions: (25)     | space directions: (0)      | 0.0
            space directions: (25)     | space directions: 25       | '25'
            space directions: (25)     | kinds: domain              | neither
            type: uint8                | type: uint16               | endian
            NRRD0004                   | P5                         | first line
            """)
    void aBrokenHeaderNamesTheFieldAndWhatIsAllowed(String line, String broken, String found) throws IOException {
        assertThat(HEAD).contains(line);
        var file = Files.writeString(folder.resolve("broken.nrrd"), HEAD.replace(line, broken) + "\nabc");
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("broken.nrrd", found, "Allowed"));
    }

    @Test
    void aFileThatEndsEarlySaysHowManyValuesAreMissing() throws IOException {
        var file = Files.writeString(folder.resolve("short.nrrd"), HEAD + "\na");
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("2 values early");
        var huge =
                Files.writeString(folder.resolve("huge.nrrd"), HEAD.replace("sizes: 3", "sizes: 2000000000") + "\na");
        assertThatThrownBy(() -> readAll(huge)).isInstanceOf(Problem.class);
    }

    @Test
    void valuesMayStandInAFileOfTheirOwn() throws IOException {
        Files.writeString(folder.resolve("values.raw"), "abc");
        var file = Files.writeString(folder.resolve("detached.nhdr"), HEAD + "data file: values.raw\n\n");
        assertThat(readAll(file)).containsExactly('a', 'b', 'c');
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("NRRD");
    }

    @Test
    @EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
    void theEdgeCasesOfVoxcellAreReadOrRefused() {
        var atlas = Path.of(System.getProperty("reference.dir"), "anatomy", "atlas");
        try (var reader = new NrrdReader(atlas.resolve("voxcell-vector.nrrd"))) {
            assertThat(reader.header().components()).isEqualTo(3);
            assertThat(reader.header().spacing_um()).containsExactly(10, 20);
        }
        try (var reader = new NrrdReader(atlas.resolve("voxcell-space_directions.nrrd"))) {
            assertThat(reader.header().sizes()).containsExactly(1, 2);
            assertThat(reader.header().origin_um()).containsExactly(100, 200);
        }
        for (var name : new String[] {"voxcell-no_spacings_fail.nrrd", "voxcell-space_directions_fail.nrrd"}) {
            assertThatThrownBy(() -> readAll(atlas.resolve(name))).isInstanceOf(Problem.class);
        }
    }

    private static double[] readAll(Path file) {
        try (var reader = new NrrdReader(file)) {
            double[] values = new double[(int) Math.min(1000, reader.header().voxels())];
            for (int i = 0; i < values.length; i++) {
                values[i] = reader.next();
            }
            return Arrays.copyOf(values, values.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../values.raw", "/etc/hostname", "sub/values.raw", "..", "a\u0000b"})
    void valuesThatLieElsewhereAreNotRead(String other) throws IOException {
        Files.write(folder.resolve("values.raw"), new byte[] {1, 2, 3});
        var inside = Files.createDirectories(folder.resolve("inside"));
        var file = Files.writeString(inside.resolve("v.nrrd"), HEAD + "data file: " + other + "\n\n");
        assertThatThrownBy(() -> new NrrdReader(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("data file");
    }

    @Test
    void valuesBesideTheirHeaderAreRead() throws IOException {
        Files.write(folder.resolve("values.raw"), new byte[] {1, 2, 3});
        var file = Files.writeString(folder.resolve("v.nhdr"), HEAD + "data file: ./values.raw\n\n");
        try (var reader = new NrrdReader(file)) {
            assertThat(reader.next()).isEqualTo(1);
        }
    }
}
