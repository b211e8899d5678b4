package io.brainwright.agents.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.notebook.sensitivity.Trials;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.RecipeFacts;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.proto.fabric.v1.OwnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnRecipeTest {
    private static final String WORDS =
            "Take 60 neurons from a 150 um wide column of rat S1HL, stimulate layer 4 at 10 ms and show me 40 ms";

    @TempDir
    Path workspace;

    private final Planner planner = new Planner(RecipeFacts.shipped());

    @Test
    void aPromotedValueIsAnAssumptionWithItsSourceAndReachesTheStageThatBuildsFromIt() throws IOException {
        var shipped = propose();
        promote(210);
        var own = propose();

        assertThat(own.assumptions())
                .filteredOn(a -> a.path().equals("recipe.rat-nbs1.layers.4.thickness_um"))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.value().asDouble()).isEqualTo(210);
                    assertThat(a.unit()).isEqualTo("um");
                    assertThat(a.source()).contains("Doe 2020", "was 0.21 mm", "promoted 2026-01-02", "mouse to rat");
                    assertThat(a.alternatives()).singleElement().asString().startsWith("190.0 um (shipped: ");
                });
        assertThat(own.assumptions()).extracting(Assumption::path).doesNotContain("layers.4.thickness_um");
        assertThat(own.hash()).isNotEqualTo(shipped.hash());
        assertThat(given(own, "atlas"))
                .containsExactly(OwnValue.newBuilder()
                        .setPath("layers.4.thickness_um")
                        .setValue(210)
                        .build());
        assertThat(given(own, "placement")).isEmpty();
        assertThat(given(shipped, "atlas")).isEmpty();
    }

    @Test
    void whatWasTakenBackLeavesTheNextPlanAndStaysInThePlanThatWasApproved() throws IOException {
        var shipped = propose();
        promote(210);
        var own = propose();
        Files.delete(workspace.resolve("recipe/rat-nbs1.yaml"));

        assertThat(propose().hash()).isEqualTo(shipped.hash());
        assertThat(OwnRecipe.into(own, workspace).assumptions())
                .extracting(Assumption::path)
                .noneMatch(p -> p.startsWith("recipe."));
        assertThat(given(own, "atlas")).hasSize(1);
    }

    @Test
    void aValueOfAStageThatThePlanDoesNotAskIsNotNamed() throws IOException {
        promote(210);
        var plan = propose();
        var only = new Plan(
                plan.schema(),
                1,
                plan.request(),
                plan.hypothesis(),
                plan.steps("sim.run"),
                List.of(),
                List.of(),
                null,
                List.of());

        assertThat(OwnRecipe.into(only, workspace)).isSameAs(only);
    }

    @Test
    void aNumberOfGapJunctionsReachesAWiringThatHasThemAndNoOther() throws IOException {
        Files.createDirectories(workspace.resolve("recipe"));
        Files.writeString(workspace.resolve("recipe/rat-nbs1-synapses.yaml"), """
                schema: brainwright-recipe/1
                name: rat-nbs1-synapses
                sources: {D1: "Doe 2020, Junctions"}
                gap_junctions:
                  conductance_nS: {value: 0.5, unit: nS, source: D1}
                """);

        assertThat(given(propose(WORDS), "connectome-gap")).isEmpty();
        var coupled = propose("Take 60 neurons from a 150 um wide column of rat S1HL, wire them with gap junctions,"
                + " stimulate layer 4 at 10 ms and show me 40 ms");
        assertThat(given(coupled, "connectome-gap"))
                .containsExactly(OwnValue.newBuilder()
                        .setPath("gap_junctions.conductance_nS")
                        .setValue(0.5)
                        .build());
        assertThat(given(coupled, "connectome")).isEmpty();
    }

    @Test
    void sensitivityVariesItTowardsTheShippedValue() throws IOException {
        promote(210);

        var trials = Trials.of(propose(), "recipe.rat-nbs1.layers.4.thickness_um").trials().stream()
                .filter(t -> !t.seed())
                .toList();

        assertThat(trials).singleElement().satisfies(t -> {
            assertThat(t.to().asDouble()).isEqualTo(190);
            assertThat(given(t.plan(), "atlas"))
                    .singleElement()
                    .satisfies(v -> assertThat(v.getValue()).isEqualTo(190));
        });
    }

    private static List<OwnValue> given(Plan plan, String stage) {
        var given = new ArrayList<OwnValue>();
        OwnRecipe.give(plan, stage, values -> given.addAll(values.getValuesList()));
        return given;
    }

    private Plan propose() {
        return propose(WORDS);
    }

    private Plan propose(String words) {
        return ((Proposal.Ready) planner.propose(words, WorkspaceView.empty(workspace, 64L << 30))).plan();
    }

    private void promote(double thickness_um) throws IOException {
        Files.createDirectories(workspace.resolve("recipe"));
        Files.writeString(workspace.resolve("recipe/rat-nbs1.yaml"), """
                schema: brainwright-recipe/1
                name: rat-nbs1
                sources: {D1: "Doe 2020, Layers"}
                layers:
                  "4":
                    thickness_um:
                      value: %s
                      unit: um
                      source: 'D1 ("was 0.21 mm"; promoted 2026-01-02T03:04:05Z by somebody)'
                      generalised: [mouse to rat]
                    colour: {value: 3, unit: "1", source: D1}
                """.formatted(thickness_um));
    }
}
