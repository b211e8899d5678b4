package io.brainwright.studio.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNamesTest {
    @ParameterizedTest
    @CsvSource({
        "paper.pdf, paper.pdf",
        "../../etc/passwd, passwd",
        "C:\\fakepath\\trace.csv, trace.csv",
        ".bashrc, bashrc",
        "a\"b;c.swc, a_b_c.swc",
        "Größe µm.txt, Größe µm.txt"
    })
    void aNameKeepsItsLastPartAndNothingThatCouldLeaveTheFolder(String given, String kept) {
        assertThat(Uploads.harmless(given)).isEqualTo(kept);
    }

    @Test
    void noNameAtAllIsANameOfOurs() {
        assertThat(Uploads.harmless(null)).isEqualTo("upload");
        assertThat(Uploads.harmless("..")).isEqualTo("upload");
        assertThat(Uploads.harmless("x".repeat(500) + ".pdf"))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith(".pdf");
    }
}
