package io.brainwright.library.model.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.DocumentKind;
import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.extraction.Extractor;
import io.brainwright.library.model.extraction.papers.PassageValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
    @Test
    void valuesOfOneTissueMoreThanTwoSdApartDisagree() {
        var all = candidates(
                "The input resistance of rat L5 pyramidal neurons was 50 ± 10 MΩ (mean ± SD).",
                "The input resistance of rat L5 pyramidal neurons was 90 ± 10 MΩ (mean ± SD).",
                "The input resistance of mouse L5 pyramidal neurons was 300 ± 10 MΩ (mean ± SD).");

        var conflicts = Contradictions.of(all, Contradictions.DEFAULT_SD);

        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.getFirst().apart_sd()).isEqualTo(4);
        assertThat(conflicts.getFirst().candidates()).hasSize(2);
        assertThat(ForestPlot.of(conflicts.getFirst()).lines().filter(l -> l.contains("o")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aStandardErrorIsTurnedIntoAStandardDeviationFirst() {
        var all = candidates(
                "The input resistance of rat L5 pyramidal neurons was 50 ± 5 MΩ (mean ± SEM, n = 16).",
                "The input resistance of rat L5 pyramidal neurons was 70 ± 5 MΩ (mean ± SEM, n = 16).");

        assertThat(Contradictions.of(all, 2)).as("20 MΩ are one SD of 5 √16").isEmpty();
        assertThat(Contradictions.of(all, 0.9)).hasSize(1);
    }

    @Test
    void valuesWithoutAnySpreadAreNotCompared() {
        var all = candidates(
                "The input resistance of rat L5 pyramidal neurons was 50 MΩ.",
                "The input resistance of rat L5 pyramidal neurons was 500 MΩ.");

        assertThat(Contradictions.of(all, 2)).isEmpty();
    }

    private static List<Candidate> candidates(String... texts) {
        var all = new ArrayList<Candidate>();
        for (var text : texts) {
            var paper = new Document(
                    "%064x".formatted(all.size()),
                    DocumentKind.PAPER,
                    "text",
                    "p",
                    "T",
                    List.of("Doe J"),
                    2000,
                    "",
                    "",
                    "unknown",
                    "Doe");
            var passage = new Passage(paper.id(), 0, PassageKind.PARAGRAPH, "", "", 0, text, List.of());
            var value = Extractor.extract(text).values().getFirst();
            all.add(Candidate.of(paper, new PassageValue(passage, value), Extractor.VERSION));
        }
        return all;
    }
}
