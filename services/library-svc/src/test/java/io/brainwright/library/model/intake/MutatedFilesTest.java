package io.brainwright.library.model.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.library.model.bibliography.BibtexReader;
import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.FormatDetection;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.paper.pdf.PdfPages;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatedFilesTest {
    private static final int MUTANTS_PER_FILE = 200;
    private static final byte[] NASTY = "<&;\"{}(),\\\n\0\u00ff%/[]9-".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void twoThousandBrokenFilesAreReadOrAreOneProblemEach() throws IOException, URISyntaxException {
        var random = new Random(4);
        int read = 0;
        int refused = 0;
        var surprises = new ArrayList<String>();
        var mapping = Files.writeString(folder.resolve("m.yaml"), "columns: {V_mV: {quantity: voltage, unit: mV}}\n");
        for (var original : originals()) {
            byte[] bytes = Files.readAllBytes(original);
            for (int m = 0; m < MUTANTS_PER_FILE; m++) {
                var file = Files.write(folder.resolve("mutant"), mutated(bytes, random));
                try {
                    read(file, m % 2 == 0 ? null : mapping);
                    read++;
                } catch (Problem problem) {
                    assertThat(problem.getMessage()).isNotBlank();
                    refused++;
                } catch (RuntimeException | Error surprise) {
                    surprises.add(original.getFileName() + " #" + m + ": " + surprise + " at "
                            + Arrays.stream(surprise.getStackTrace()).limit(6).toList());
                }
            }
        }
        assertThat(surprises).isEmpty();
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
        assertThat(read + refused).isGreaterThanOrEqualTo(2000);
    }

    private static void read(Path file, @Nullable Path mapping) {
        var format = FormatDetection.of(file, "mutant");
        if (format == FileFormat.BIBTEX) {
            BibtexReader.read(TextBytes.read(file, "mutant"), "mutant", _ -> {});
        } else {
            Readers.read(file, "mutant", format, mapping, ReadingProgress.SILENT);
        }
    }

    /** A few bytes changed, cut out, doubled or cut off. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(5)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant[at] = NASTY[random.nextInt(NASTY.length)];
                case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                case 3 -> {
                    int end = Math.min(mutant.length, at + 1 + random.nextInt(64));
                    byte[] cut = new byte[mutant.length - (end - at)];
                    System.arraycopy(mutant, 0, cut, 0, at);
                    System.arraycopy(mutant, end, cut, at, mutant.length - end);
                    mutant = cut.length == 0 ? mutant : cut;
                }
                default -> {
                    int n = Math.min(64, mutant.length - at);
                    byte[] twice = new byte[mutant.length + n];
                    System.arraycopy(mutant, 0, twice, 0, at + n);
                    System.arraycopy(mutant, at, twice, at + n, mutant.length - at);
                    mutant = twice;
                }
            }
        }
        return mutant;
    }

    private List<Path> originals() throws IOException, URISyntaxException {
        var h5 = folder.resolve("cell.h5");
        H5Morphology.write(
                new Morphology(
                        new float[] {0, 1, 2, 0, 0},
                        new float[] {0, 0, 0, -1, -9},
                        new float[5],
                        new float[] {2, 1, 1, 1, 1},
                        new int[] {-1, 0, 0},
                        new byte[] {1, 3, 2},
                        new int[] {0, 1, 3, 5}),
                h5);
        Path pdf;
        try (var pages = new PdfPages()) {
            pdf = pages.line(72, 80, 16, true, "Cells and their dendrites")
                    .lines(72, 110, "There are many cells in layer 5 of the cor-", "tex of the rat.")
                    .next()
                    .lines(72, 100, "On the second page there are more.")
                    .save(folder.resolve("paper.pdf"));
        }
        return List.of(
                Reference.path("literature/jats/elife-16553.xml"),
                Files.writeString(folder.resolve("table.xml"), """
                        <article><body><sec><title>T</title><table-wrap id="T1"><table><thead><tr><th rowspan="2">a</th><th colspan="2">b</th></tr>
                        <tr><th>c</th><th>d</th></tr></thead><tbody><tr><td>1</td><td colspan="2">2</td></tr></tbody></table></table-wrap>
                        <p>x<sup>2</sup> 10<sup>4</sup> <xref ref-type="bibr">3</xref></p></sec></body></article>"""),
                pdf,
                h5,
                Path.of(Objects.requireNonNull(getClass().getResource("/golden/nwb/recording.nwb"))
                        .toURI()),
                Files.writeString(
                        folder.resolve("a.bib"),
                        "@article{a, title = {On {C}ells}, author = {Doe, J and Roe, {\\'A}}, year = 2001}\n"),
                Files.writeString(folder.resolve("t.csv"), "t_ms,V_mV,\"I (pA)\"\n0,-70,1\n0.1,-69,2\n0.2,-68,3\n"),
                Files.writeString(
                        folder.resolve("cell.swc"),
                        "# cell\n1 1 0 0 0 5 -1\n2 3 6 0 0 1 1\n3 3 26 0 0 1 2\n4 2 0 -6 0 0.5 1\n"),
                Files.writeString(folder.resolve("n.md"), "# A\n\ntext L2/3\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
                Files.writeString(
                        folder.resolve("ih.mod"),
                        "TITLE Ih\nNEURON { SUFFIX Ih }\nPARAMETER { g = 1 (S/cm2) }\nSTATE { m }\n"));
    }
}
