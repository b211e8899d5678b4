package io.brainwright.agents.plugged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.DraftCheck;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.RecipeFacts;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Actions of a plugged-in stage in plans: by words, by edits, by hand, by a model, and while the stage is away. */
class PluggedPlanTest {
    private static final String REQUEST =
            "Take 60 neurons from a 100 um wide column of S1HL on a hexagonal lattice with a spacing of 30 um and a jitter of 0.05 and run 20 ms";

    private final Lattice lattice = new Lattice();
    private final Lexicon lexicon = Lexicon.open();
    private final Planner planner = new Planner(RecipeFacts.shipped(), () -> lexicon, lattice);

    private static WorkspaceView workspace(Plan last) {
        return new WorkspaceView(Path.of("nowhere"), 8L << 30, null, List.of(), Map.of(), List.of(), last);
    }

    private static WorkspaceView nothing() {
        return WorkspaceView.empty(Path.of("nowhere"), 8L << 30);
    }

    private Plan ready(String words) {
        var proposal = planner.propose(words, nothing());
        assertThat(proposal).as(proposal.toString()).isInstanceOf(Proposal.Ready.class);
        return ((Proposal.Ready) proposal).plan();
    }

    private static List<String> actions(Plan plan) {
        return plan.steps().stream().map(s -> s.action()).toList();
    }

    @Test
    void itsWordsPutItInThePlaceOfTheBuiltInStep() {
        var plan = ready(REQUEST);
        assertThat(actions(plan))
                .containsSubsequence(
                        "atlas.region", "lattice.cells", "synthesis.dendrites", "connectome.local", "sim.run")
                .doesNotContain("placement.cells");
        var params = plan.steps("lattice.cells").getFirst().params();
        assertThat(params.path("spacing_um").asDouble()).isEqualTo(30);
        assertThat(params.path("jitter").asDouble()).isEqualTo(0.05);
        assertThat(params.path("count").asInt()).isEqualTo(60);
        assertThat(plan.steps("atlas.region")
                        .getFirst()
                        .params()
                        .at("/shape/width_um")
                        .asDouble())
                .isEqualTo(100);
        assertThat(plan.request()).isEqualTo(REQUEST);
        assertThat(plan.steps("synthesis.dendrites").getFirst().needs())
                .containsExactly(plan.steps("lattice.cells").getFirst().id());
    }

    @Test
    void whatWasNotSaidIsAssumedWithItsSource() {
        var plan = ready("Place the cells of a 100 um wide column of S1HL on a hexagonal lattice");
        assertThat(plan.assumptions()).anySatisfy(a -> {
            assertThat(a.path()).isEqualTo("lattice.cells.spacing_um");
            assertThat(a.unit()).isEqualTo("um");
            assertThat(a.source()).isEqualTo("chosen: for the test");
        });
    }

    @Test
    void itsStageSaysWhatItWouldCost() {
        var cost = Objects.requireNonNull(ready(REQUEST).estimate());
        assertThat(cost.steps()).anySatisfy(s -> {
            assertThat(s.step()).isEqualTo("lattice-cells");
            assertThat(s.seconds()).isEqualTo(3);
        });
        assertThat(cost.notes()).anyMatch(n -> n.contains("some sites"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Platziere die Zellen einer 100 um breiten Säule von S1HL auf einem hexagonalen Gitter mit einem Abstand von 40 um",
                "Place les neurones d'une colonne de S1HL de 100 um de large sur un réseau hexagonal",
                "Coloca las neuronas de una columna de S1HL de 100 um de ancho en una red hexagonal"
            })
    void itIsAskedForInFourLanguages(String words) {
        var plan = ready(words);
        assertThat(actions(plan)).containsExactly("atlas.region", "lattice.cells");
        assertThat(plan.steps("atlas.region")
                        .getFirst()
                        .params()
                        .at("/shape/width_um")
                        .asDouble())
                .isEqualTo(100);
        assertThat(plan.steps("lattice.cells")
                        .getFirst()
                        .params()
                        .path("spacing_um")
                        .asDouble())
                .isEqualTo(words.contains("40") ? 40 : 25);
    }

    @Test
    void aValueOutOfItsBoundsIsAskedAbout() {
        var proposal = planner.propose(
                "Place the cells of S1HL on a hexagonal lattice with a spacing of 2 um in a 100 um wide column",
                nothing());
        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Question.class, q -> assertThat(q.text()).contains("15 to 200 um"));
    }

    @Test
    void aParameterThatOnlyTheBuiltInStepHasIsAskedAbout() {
        var proposal = planner.propose(
                "Place only L5_TPC:A cells of a 100 um wide column of S1HL on a hexagonal lattice", nothing());
        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Question.class, q -> assertThat(q.text()).contains("lattice.cells", "m_types"));
    }

    @Test
    void whatIsNeverPlannedIsNotPlannedBesideItsWordsEither() {
        var proposal = planner.propose(
                "Place the cells of my patient on a hexagonal lattice and tell me which dose of ketamine to give",
                nothing());
        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Decline.class, d -> assertThat(d.reason()).isEqualTo("clinical_use"));
    }

    @Test
    void wordsChangeItsValues() {
        var edit = planner.propose("make the spacing 40 um", workspace(ready(REQUEST)));
        assertThat(edit)
                .isInstanceOfSatisfying(
                        Proposal.Edit.class,
                        e -> assertThat(e.plan()
                                        .steps("lattice.cells")
                                        .getFirst()
                                        .params()
                                        .path("spacing_um")
                                        .asDouble())
                                .isEqualTo(40));
    }

    @Test
    void wordsPutItIntoAPlanInsteadOfTheBuiltInStep() {
        var built = ready("Take 60 neurons from a 100 um wide column of S1HL and run 20 ms");
        var edit = planner.propose("place them on a hexagonal lattice instead", workspace(built));
        assertThat(edit).isInstanceOfSatisfying(Proposal.Edit.class, e -> {
            assertThat(actions(e.plan())).contains("lattice.cells").doesNotContain("placement.cells");
            assertThat(e.plan()
                            .steps("lattice.cells")
                            .getFirst()
                            .params()
                            .path("count")
                            .asInt())
                    .isEqualTo(60);
            assertThat(e.plan().assumptions()).noneMatch(a -> a.path().startsWith("placement.cells."));
        });
    }

    @Test
    void editsByHandPassTheSameChecks() {
        var plan = ready(REQUEST);
        var tree = PlanJson.tree(plan);
        var step = (tools.jackson.databind.node.ObjectNode)
                tree.path("steps").path(1).path("params");
        step.put("spacing_um", 55);
        assertThatThrownBy(() -> planner.checkedByHand(PlanJson.read(tree), nothing()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("lattice.cells.spacing_um"));
        step.put("spacing_um", 30).put("colour", "red");
        assertThatThrownBy(() -> planner.checkedByHand(PlanJson.read(tree), nothing()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("lattice.cells.colour"));
    }

    @Test
    void aModelsDraftMayUseIt() {
        var draft = JsonMapper.shared().readTree("""
                {"steps": [{"id": "region", "action": "atlas.region", "params": {"region": "S1HL"}, "needs": []},
                           {"id": "cells", "action": "lattice.cells", "params": {"spacing_um": 30}, "needs": ["region"]}]}""");
        var said = planner.said("S1HL with a spacing of 30 um", nothing());
        var plan = new DraftCheck(lattice).passed(draft, "S1HL with a spacing of 30 um", said, List.of());
        assertThat(plan.assumptions()).anyMatch(a -> a.path().equals("lattice.cells.jitter"));
        assertThatThrownBy(() -> new DraftCheck().passed(draft, "S1HL with a spacing of 30 um", said, List.of()))
                .as("without the stage")
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("'lattice.cells' is no action"));
        assertThat(lattice.actions().words())
                .contains("lattice.cells", "spacing_um", "15 to 200 um", "placement.cells");
    }

    @Test
    void whileItsStageIsAwayThePlanSaysSoBeforeApproval() {
        lattice.away = "localhost:50061: nothing answers there";
        var proposal = (Proposal.Ready) planner.propose(REQUEST, nothing());
        assertThat(proposal.unavailable()).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("lattice.cells");
            assertThat(f.fault()).contains("not available now", "lattice", "nothing answers there");
        });
        assertThat(proposal.text()).contains("nothing answers there");
    }

    @Test
    void requestsWithoutItsWordsAreReadAsBefore() {
        var words = "Take 60 neurons from a 100 um wide column of S1HL and run 20 ms";
        var without = new Planner(RecipeFacts.shipped()).propose(words, nothing());
        assertThat(ready(words).hash())
                .isEqualTo(((Proposal.Ready) without).plan().hash());
        assertThat(planner.read(words, Language.ENGLISH).rest()).isEqualTo(words);
    }
}
