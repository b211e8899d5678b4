package io.brainwright.library.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatDetectionTest {
    @TempDir
    private Path folder;

    @Test
    void contentDecidesAndNoName() throws IOException {
        assertThat(of("<?xml version=\"1.0\"?><!DOCTYPE article><article x=\"\">"))
                .isEqualTo(FileFormat.JATS);
        assertThat(of("\n%PDF-1.7")).isEqualTo(FileFormat.PDF);
        assertThat(of("@article{x,\n title={y}}")).isEqualTo(FileFormat.BIBTEX);
        assertThat(of("# cell\n1 1 0 0 0 5 -1\n2 3 1 0 0 1 1\n")).isEqualTo(FileFormat.SWC);
        assertThat(of("TITLE Ih\nNEURON {\n SUFFIX Ih\n}\nPARAMETER {\n}\n")).isEqualTo(FileFormat.NMODL);
        assertThat(of("t_ms,V_mV\n0,1\n1,2\n")).isEqualTo(FileFormat.CSV);
        assertThat(of("a\tb\nx\ty\n")).isEqualTo(FileFormat.CSV);
        assertThat(of("Cells, as we know, are small.\nThey, as we say, grow.\n"))
                .isEqualTo(FileFormat.TEXT);
        assertThat(of("# Notes\n\nText.\n")).isEqualTo(FileFormat.TEXT);
    }

    @Test
    void otherFormatsAreNamedWithAWayOut() throws IOException {
        refused("PK\3\4word/document.xml", "ZIP");
        refused("\u001f\u008b\b", "gzip");
        refused("\u0089PNG\r\n", "PNG");
        refused("<!DOCTYPE html><html>", "HTML");
        refused("<svg xmlns='x'>", "XML");
        refused("(\"CellBody\" (Color Red)\n", "Neurolucida");
        refused("TY  - JOUR\nTI  - x\n", "RIS");
        refused("NRRD0004\n", "NRRD");
        refused("\u0089HDF\r\n\u001a\n broken", "HDF5");
        refused("a\0b\0c", "zero bytes");
        refused("", "empty");
    }

    private void refused(String content, String word) {
        assertThatThrownBy(() -> of(content)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.getMessage()).contains("paper.pdf").contains(word);
            assertThat(p.remedy()).isNotBlank();
        });
    }

    private FileFormat of(String content) throws IOException {
        var file = Files.write(folder.resolve("x"), content.getBytes(StandardCharsets.ISO_8859_1));
        return FormatDetection.of(file, "paper.pdf");
    }
}
