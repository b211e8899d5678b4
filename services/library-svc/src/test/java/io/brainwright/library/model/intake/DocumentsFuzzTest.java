package io.brainwright.library.model.intake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.brainwright.library.model.bibliography.BibtexReader;
import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.FormatDetection;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.paper.pdf.PdfPages;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.testkit.Reference;
import io.brainwright.testkit.SampleCells;
import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DocumentsFuzzTest {
    private static final String ARTICLE = """
            <article><front><article-meta><title-group><article-title>T</article-title></title-group>
            <contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>J</given-names></name></contrib></contrib-group>
            <abstract><p>Cells &amp; more.</p></abstract></article-meta></front>
            <body><sec><title>T</title><table-wrap id="T1"><table><thead><tr><th rowspan="2">a</th><th colspan="2">b</th></tr>
            <tr><th>c</th><th>d</th></tr></thead><tbody><tr><td>1</td><td colspan="2">2</td></tr></tbody></table></table-wrap>
            <p>x<sup>2</sup> 10<sup>4</sup> <xref ref-type="bibr">3</xref></p></sec></body></article>""";

    @TempDir
    private Path folder;

    @Test
    void jats() throws IOException {
        check("JATS paper", bytes(Reference.path("literature/jats/elife-16553.xml")), text(ARTICLE));
    }

    @Test
    void pdf() throws IOException {
        ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF); // it tells each broken byte
        try (var pages = new PdfPages()) {
            var file = pages.line(72, 80, 16, true, "Cells and their dendrites")
                    .lines(72, 110, "There are many cells in layer 5 of the cor-", "tex of the rat.")
                    .next()
                    .lines(72, 100, "On the second page there are more.")
                    .save(folder.resolve("paper.pdf"));
            check("PDF paper", bytes(file), PlainPdf.bytes());
        }
    }

    @Test
    void bibtex() {
        check(
                "BibTeX bibliography",
                text(
                        "@article{a, title = {On {C}ells}, author = {Doe, J and Roe, {\\'A}}, year = 2001}\n"
                                + "@string{j = \"Journal\"}\n@comment{x}\n@book{b, title = \"B\" # j, editor = {X}, doi = {10.1/x}}\n"));
    }

    @Test
    void morphologies() throws IOException {
        var h5 = folder.resolve("cell.h5");
        H5Morphology.write(SampleCells.axonLast(), h5);
        check(
                "morphology in the library",
                bytes(h5),
                text("# cell\n1 1 0 0 0 5 -1\n2 3 6 0 0 1 1\n3 3 26 0 0 1 2\n4 2 0 -6 0 0.5 1\n"));
    }

    @Test
    void recordings() throws IOException, URISyntaxException {
        var nwb = Objects.requireNonNull(getClass().getResource("/golden/nwb/recording.nwb"));
        check("NWB recording", bytes(Path.of(nwb.toURI())));
        check("CSV recording", text("t_ms,V_mV,\"I (pA)\"\n0,-70,1\n0.1,-69,2\n0.2,-68,3\n"));
    }

    @Test
    void texts() {
        check("plain text and Markdown", text("# A\n\ntext L2/3\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"));
        check(
                "NMODL in the library",
                text("TITLE Ih\nNEURON { SUFFIX Ih }\nPARAMETER { g = 1 (S/cm2) }\nSTATE { m }\n"));
    }

    @Test
    void tablesAndTheirMappings() {
        var table = "cell;rin;sd;n;unit;who\nL5_TPC:A;101,5;3;12;MOhm;M15\nL4_MC;88;;7;MOhm;\n";
        var mapping = """
                constants: {species: rat, age: P14}
                columns:
                  rin: {quantity: input_resistance, unit: MOhm, spread: sd, spread_kind: sd, n: n}
                  cell: cell_type
                  who: {is: source}
                """;
        Fuzz.check("table of values", List.of(text(table)), bytes -> mapped(bytes, text(mapping)));
        Fuzz.check("mapping of a table", List.of(text(mapping)), bytes -> mapped(text(table), bytes));
    }

    private void mapped(byte[] table, byte[] mapping) throws IOException {
        Readers.read(
                Files.write(folder.resolve("t.csv"), table),
                "t.csv",
                FileFormat.CSV,
                Files.write(folder.resolve("m.yaml"), mapping),
                ReadingProgress.SILENT);
    }

    private void check(String reader, byte[]... originals) {
        Fuzz.check(reader, List.of(originals), bytes -> {
            var file = folder.resolve("mutant");
            Files.deleteIfExists(file);
            read(Files.write(file, bytes));
        });
    }

    private static void read(Path file) {
        var format = FormatDetection.of(file, "mutant");
        if (format == FileFormat.BIBTEX) {
            BibtexReader.read(TextBytes.read(file, "mutant"), "mutant", _ -> {});
        } else {
            Readers.read(file, "mutant", format, null, ReadingProgress.SILENT);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF whose objects stand unpacked, so that a change of a byte is a change of what is drawn. */
    private static final class PlainPdf {
        static byte[] bytes() {
            var out = new StringBuilder("%PDF-1.4\n");
            var offsets = new ArrayList<Integer>();
            var page = "BT /F1 12 Tf 72 700 Td (Cells of layer 5) Tj 0 -20 Td (are many in the rat.) Tj ET\n";
            var objects = List.of(
                    "<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                            + "/Resources << /Font << /F1 5 0 R >> >> >>",
                    "<< /Length %d >>\nstream\n%sendstream".formatted(page.length(), page),
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
            for (int i = 0; i < objects.size(); i++) {
                offsets.add(out.length());
                out.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
            }
            int xref = out.length();
            out.append("xref\n0 6\n0000000000 65535 f \n");
            offsets.forEach(at -> out.append("%010d 00000 n \n".formatted(at)));
            out.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(xref));
            return out.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
