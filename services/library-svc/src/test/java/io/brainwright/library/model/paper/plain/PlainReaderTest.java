package io.brainwright.library.model.paper.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainReaderTest {
    @Test
    void aTableOfRulesAloneHoldsNoRows() {
        var read = PlainReader.read("# A\n\ntext\n\n|---|---|\n|---|---|\n", "n.md");
        assertThat(read.passages()).noneSatisfy(p -> assertThat(p.text()).contains("---"));
    }
}
