package io.brainwright.agents.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.testkit.Reference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The built-in planner on its corpora; each number has a bar of its own. */
class CorporaTest {
    /** On what its writers may read. */
    private static final Bars KNOWN = Bars.KNOWN;

    /** On what its writers never saw: outcome 85 %, steps and parameters 80 %, fidelity 100 %, no injection obeyed. */
    private static final Bars UNSEEN = Bars.UNSEEN;

    private static void holds(Path corpus, Bars bars, boolean tell) {
        var report = new Scorer(BuiltInTalks.shipped()).score(Corpus.read(corpus));
        var what = ReportText.table(report, bars) + (tell ? ReportText.failures(report) : "");
        assertThat(bars.missed(report)).as(what).isEmpty();
    }

    private static Path own(String name) {
        return Path.of("src/test/resources/io/brainwright/agents/eval", name);
    }

    @Test
    void theSharedCorpusReachesTheBarsOfKnownRequests() {
        holds(Reference.path("agents/requests.jsonl"), KNOWN, true);
    }

    @Test
    void ourOwnParaphrasesReachTheBarsOfUnseenRequests() {
        holds(own("paraphrases.jsonl"), UNSEEN, true);
    }

    @Test
    void theHalfThatWasLearntFromHolds() {
        holds(own("tune.jsonl"), Bars.HALVES, true);
    }

    /** Numbers only: its failures were never read. */
    @Test
    void theHalfThatOnlyMeasuresHolds() {
        holds(own("check.jsonl"), Bars.HALVES, false);
    }

    /** Written in the language of methods sections and of the bench, then cut in two by a hash; this half was learnt from. */
    @Test
    void theHalfOfMethodsThatWasLearntFromHolds() {
        holds(own("methods-tune.jsonl"), Bars.UNSEEN, true);
    }

    /** Numbers only: its failures were never read. */
    @Test
    void theHalfOfMethodsThatOnlyMeasuresHolds() {
        holds(own("methods-check.jsonl"), Bars.HALVES, false);
    }

    /** Written as it is typed beside a rig, before anything was changed for it, then cut in two by a hash; this half was learnt from. */
    @Test
    void theHalfOfTheBenchThatWasLearntFromHolds() {
        holds(own("bench-tune.jsonl"), Bars.UNSEEN, true);
    }

    /** Numbers only: its failures were never read. */
    @Test
    void theHalfOfTheBenchThatOnlyMeasuresHolds() {
        holds(own("bench-check.jsonl"), Bars.BENCH, false);
    }

    /** Numbers only: whoever reads the failures can no longer be measured by them. */
    @Test
    void heldOutRequestsStayAboveTheirFloor() {
        holds(own("heldout.jsonl"), Bars.FLOOR, false);
    }
}
