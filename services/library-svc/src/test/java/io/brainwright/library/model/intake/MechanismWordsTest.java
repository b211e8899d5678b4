package io.brainwright.library.model.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MechanismWordsTest {
    @Test
    void titleCommentsAndParametersAreRead() {
        var read = MechanismWords.read(
                "TITLE Ih\nCOMMENT Kole 2006 ENDCOMMENT\nNEURON { SUFFIX Ih }\nPARAMETER { g = 1 (S/cm2) }\n",
                "ih.mod");
        assertThat(read.passages())
                .extracting(p -> p.text().strip())
                .containsExactly("Ih", "Kole 2006", "g = 1 (S/cm2)");
    }

    /** Reading from each beginning to the end of the file would take hours. */
    @Test
    void beginningsThatNeverEndAreReadOnce() {
        var endless = "COMMENT PARAMETER { ".repeat(100_000) + "\n".repeat(100_000);
        assertThat(MechanismWords.read(endless, "x.mod").passages()).hasSize(1);
    }
}
