package io.brainwright.library.model.paper.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    @TempDir
    private Path folder;

    @Test
    void twoColumnsAreReadOneAfterTheOtherBeneathTheTitle() {
        var parsed = read(twoColumns());
        var text =
                String.join("\n", parsed.passages().stream().map(Passage::text).toList());
        assertThat(text.indexOf("left column ends here"))
                .isGreaterThan(0)
                .isLessThan(text.indexOf("The right column begins"));
        assertThat(parsed.facts().title()).isEqualTo("Dendrites of layer five in the rat");
        assertThat(parsed.facts().doi()).isEqualTo("10.1234/abc.2020.7");
        assertThat(parsed.passages()).anyMatch(p -> p.kind() == PassageKind.TITLE && p.page() == 1);
        assertThat(parsed.passages())
                .filteredOn(p -> p.text().startsWith("Somata"))
                .allMatch(p -> p.section().equals("Results"));
    }

    @Test
    void brokenWordsAreJoinedAsThePaperWritesThemElsewhere() {
        var parsed = read(twoColumns());
        var text =
                String.join("\n", parsed.passages().stream().map(Passage::text).toList());
        assertThat(text)
                .contains("thick dendrites of these", "multi-vesicular release again")
                .doesNotContain("den-", "multivesicular");
    }

    @Test
    void aRaisedExponentIsAPower() {
        var pages = new PdfPages()
                .line(72, 100, 10, false, "The density was 9 x 10")
                .line(72 + 10 * 9.3, 96.5, 6.5, false, "4")
                .lines(72, 130, "A second paragraph of the same page stands here.");
        var parsed = read(save(pages));
        assertThat(parsed.passages().getFirst().text()).isEqualTo("The density was 9 x 10^4");
    }

    @Test
    void captionsReferencesAndRunningHeadsAreToldApart() {
        var pages = new PdfPages();
        for (int p = 1; p <= 4; p++) {
            if (p > 1) {
                pages.next();
            }
            pages.line(72, 40, 9, false, "Journal of Cells 12:" + p)
                    .lines(72, 120, "Paragraph number " + p + " speaks of cells.", "It goes on here.")
                    .lines(72, 200, "Figure " + p + ". A cell and its dendrites.")
                    .line(300, 800, 9, false, String.valueOf(p));
        }
        pages.line(72, 300, 12, true, "References").lines(72, 330, "1. Doe J (1999) On cells. J Cells 1:1.");
        var parsed = read(save(pages));
        assertThat(parsed.passages()).noneMatch(p -> p.text().contains("Journal of Cells 12"));
        assertThat(parsed.report().skipped()).anyMatch(s -> s.contains("running head"));
        assertThat(parsed.passages())
                .filteredOn(p -> p.kind() == PassageKind.CAPTION)
                .hasSize(4)
                .extracting(Passage::element)
                .contains("Figure 1", "Figure 4");
        assertThat(parsed.passages())
                .filteredOn(p -> p.kind() == PassageKind.REFERENCE)
                .hasSize(1);
        assertThat(parsed.passages())
                .filteredOn(p -> p.text().startsWith("Paragraph number 3"))
                .allMatch(p -> p.page() == 3);
    }

    @Test
    void twoHundredPagesAreReadOneByOne() {
        var pages = new PdfPages();
        for (int p = 1; p <= 200; p++) {
            if (p > 1) {
                pages.next();
            }
            pages.lines(72, 100, "Page number " + p + " tells of neuron " + p + ".");
        }
        var seen = new ArrayList<Integer>();
        var parsed = PdfReader.read(save(pages), "long.pdf", (unit, done, total) -> {
            assertThat(unit).isEqualTo("pages");
            assertThat(total).isEqualTo(200);
            seen.add(done);
        });
        assertThat(seen).hasSize(200);
        assertThat(parsed.passages()).anyMatch(p -> p.page() == 200 && p.text().contains("neuron 200"));
    }

    @Test
    void anEncryptedFileIsRefusedWithARemedy() throws IOException {
        try (var pages = new PdfPages().lines(72, 100, "secret")) {
            pages.next();
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            pages.document().protect(policy);
            refused(pages.save(folder.resolve("p.pdf")), "PDF_ENCRYPTED");
        }
    }

    @Test
    void aScanIsRefusedForItHasNoText() {
        refused(save(new PdfPages().next()), "PDF_WITHOUT_TEXT");
    }

    @Test
    void aStreamThatSwellsIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] zeros = deflated(new byte[80 << 20]);
        assertThat(zeros.length).isLessThan(200_000);
        refused(pdf("/Filter /FlateDecode", zeros), "PDF_STREAM_SWELLS");
    }

    @Test
    void aStreamThatIsPackedTwiceIsRefused() throws IOException {
        refused(pdf("/Filter [/FlateDecode /FlateDecode]", deflated(deflated(new byte[1 << 20]))), "PDF_STREAM_SWELLS");
    }

    @Test
    void brokenFilesAreOneClearProblem() throws IOException {
        refused(Files.writeString(folder.resolve("b.pdf"), "%PDF-1.7\nnothing of the sort\n"), "PDF_UNREADABLE");
        byte[] whole = Files.readAllBytes(twoColumns());
        Files.write(folder.resolve("c.pdf"), Arrays.copyOf(whole, whole.length / 3));
        assertThatThrownBy(() -> read(folder.resolve("c.pdf"))).isInstanceOf(Problem.class);
    }

    private Path twoColumns() {
        var pages = new PdfPages()
                .line(72, 80, 18, true, "Dendrites of layer five in the rat")
                .line(
                        72,
                        110,
                        10,
                        false,
                        "https://doi.org/10.1234/abc.2020.7 and more words that run across both of the columns of this page");
        pages.lines(
                        72,
                        150,
                        "Here we look at cells in the cortex of rats",
                        "and ask how long the dendrites are. The den-",
                        "drites of these cells branch often. We saw",
                        "multi-vesicular release in all of them and",
                        "nothing else of note in any of these cells.",
                        "So the left column ends here.")
                .lines(
                        320,
                        151,
                        "The right column begins with thick den-",
                        "drites of these cells, and with multi-",
                        "vesicular release again, which we saw in",
                        "each of the cells that we looked at and in",
                        "none of the others that were left.")
                .line(320, 230, 12, true, "Results")
                .lines(320, 250, "Somata were large and round in all layers", "of the cortex that we looked at here.");
        return save(pages);
    }

    private Path save(PdfPages pages) {
        try (pages) {
            return pages.save(folder.resolve("p.pdf"));
        }
    }

    private Path pdf(String filter, byte[] stream) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length "
                                + stream.length + " " + filter + ">>\nstream\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(stream);
        out.writeBytes("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return Files.write(folder.resolve("bomb.pdf"), out.toByteArray());
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo(reason);
            assertThat(p.remedy()).isNotBlank();
        });
    }

    private static Parsed read(Path file) {
        return PdfReader.read(file, "paper.pdf", ReadingProgress.SILENT);
    }
}
