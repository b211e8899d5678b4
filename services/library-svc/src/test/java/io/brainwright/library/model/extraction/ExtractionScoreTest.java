package io.brainwright.library.model.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.library.model.scoring.ExtractionBars;
import io.brainwright.library.model.scoring.ExtractionReport;
import io.brainwright.library.model.scoring.ExtractionScore;
import io.brainwright.library.model.scoring.ExtractionScorer;
import io.brainwright.library.model.scoring.NegativeControls;
import io.brainwright.library.model.scoring.PassageFile;
import io.brainwright.testkit.Reference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Scores on the shared passages and papers, on our own passages that the rules were tuned on, and on our own passages that were written
 * before the rules and never looked at while tuning.
 */
class ExtractionScoreTest {
    /** chosen: context decides whether a value can be used at all; a tenth may be wrong, since the scientist reads each candidate. */
    private static final double CONTEXT = 0.9;

    @Test
    void sharedPassagesAreReadAboveTheBars() {
        holds(Reference.path("literature/extraction.jsonl"), ExtractionBars.KNOWN, 24);
    }

    @Test
    void ourPassagesForTuningAreReadAboveTheBars() throws URISyntaxException {
        holds(own("dev.jsonl"), ExtractionBars.KNOWN, 56);
    }

    @Test
    void ourPassagesThatWereNotTunedOnAreReadAboveTheBarsForUnseenOnes() throws URISyntaxException {
        holds(own("heldout.jsonl"), ExtractionBars.UNSEEN, 28);
    }

    @Test
    void papersOutsideNeuroscienceYieldNoValue() {
        var papers = NegativeControls.read(Reference.path("literature/jats"));

        assertThat(papers).filteredOn(p -> !p.neuroscience()).hasSize(2).allSatisfy(p -> {
            assertThat(p.values()).as(p.file()).isZero();
            assertThat(p.valuesByPassage())
                    .as(p.file() + " without the gate of the whole paper")
                    .isZero();
        });
        assertThat(papers)
                .filteredOn(NegativeControls.Paper::neuroscience)
                .as("a gate that lets nothing through would pass as well")
                .hasSize(3)
                .allSatisfy(p -> assertThat(p.values()).as(p.file()).isPositive());
    }

    private static void holds(Path file, ExtractionBars bars, int passages) {
        ExtractionScore score = ExtractionScorer.score(PassageFile.read(file));

        assertThat(score.passages()).isEqualTo(passages);
        assertThat(bars.missed(score, List.of()))
                .as(ExtractionReport.table(score, List.of(), bars) + ExtractionReport.failures(score))
                .isEmpty();
        assertThat(score.contexts()).isGreaterThanOrEqualTo(CONTEXT);
    }

    private static Path own(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ExtractionScoreTest.class.getResource("/extraction/" + name), name)
                .toURI());
    }
}
