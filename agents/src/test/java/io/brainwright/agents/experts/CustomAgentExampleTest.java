package io.brainwright.agents.experts;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.TissueFacts;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.lexicon.EntryKind;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.text.Tokens;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example "a custom agent made in five minutes", as it stands in the repository. */
class CustomAgentExampleTest {
    private static final Path AGENTS = Path.of("../examples/custom-agent/agents");

    private final Experts experts = Experts.of(AGENTS);

    @Test
    void itsFilesAreSound() {
        assertThat(ExpertFile.checked(AGENTS.resolve("cold-rig.md")).name()).isEqualTo("cold-rig");
        assertThat(experts.faults()).isEmpty();
    }

    @Test
    void itsWordsMeanThingsOfTheLexiconWithoutAnyModel() {
        var words = "Give the green bottle to the slender giants of the paw patch";
        var plain = Lexicon.open();
        var taught = LexiconWords.taught(plain, experts.vocabulary());

        assertThat(plain.find(Tokens.of(words))).noneMatch(m -> m.is(EntryKind.M_TYPE) || m.is(EntryKind.REGION));
        assertThat(taught.find(Tokens.of(words)))
                .flatExtracting(m -> m.entries())
                .extracting(e -> ((io.brainwright.neuro.lexicon.Entry) e).id())
                .contains("AP5", "L5_TPC:A", "S1HL");
        assertThat(taught.named("APV")).extracting(e -> e.id()).contains("AP5");
    }

    @Test
    void theOfflinePlannerReadsItsWords() {
        var planner = new Planner(
                acronym -> new TissueFacts.Region(
                        acronym,
                        2,
                        List.of(new TissueFacts.Layer(4, 190, 105255), new TissueFacts.Layer(5, 525, 65951)),
                        List.of()),
                experts::lexicon);

        var proposal = planner.propose(
                "Take 100 neurons from a 150 um wide column of the rat's paw patch and stimulate layer 5 with 2 nA at 34 degC",
                WorkspaceView.empty(AGENTS, 64L << 30));

        assertThat(proposal).isInstanceOf(Proposal.Ready.class);
        var plan = ((Proposal.Ready) proposal).plan();
        assertThat(plan.steps("atlas.region").getFirst().params().path("region").asString())
                .isEqualTo("S1HL");
        assertThat(experts.review(plan))
                .filteredOn(line -> line.startsWith("cold-rig"))
                .hasSize(2);
    }

    @Test
    void itsChecksSpeakUpWithoutAnyModel() {
        var plan = PlanSample.of("sim.run", "{\"temperature_degC\": 34, \"stimuli\": [{\"amplitude_nA\": 2}]}", "[]");

        assertThat(experts.review(plan))
                .anySatisfy(line -> assertThat(line).startsWith("cold-rig: sim.run.temperature_degC is 34, above 26"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("cold-rig: sim.run.stimuli.amplitude_nA is 2, above 1"));
    }

    @Test
    void itIsFoundByWhatItIsAskedAbout() {
        assertThat(experts.forWords("would our slice rig show that at room temperature?"))
                .map(Expert::name)
                .contains("cold-rig");
    }
}
