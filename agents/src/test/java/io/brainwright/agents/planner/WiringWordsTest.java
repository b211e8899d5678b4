package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.StudyStage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Long requests that name several stages of the wiring: each word goes to its own stage. */
class WiringWordsTest {
    private final Planner planner = new Planner(PlannerTest.FACTS);

    private Proposal proposal(String words) {
        return planner.propose(words, WorkspaceView.empty(Path.of("."), 8_000_000_000L));
    }

    private Plan plan(String words) {
        var proposal = proposal(words);
        assertThat(proposal).as(words + " -> " + proposal).isInstanceOf(Proposal.Ready.class);
        return ((Proposal.Ready) proposal).plan();
    }

    private static JsonNode params(Plan plan, String action) {
        return plan.steps(action).getFirst().params();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Place 150 cells in a 100 um column of S1HL, wire them with inhibitory specificity, add VPM and POm fibres, measure the connection probability by distance, run 50 ms",
                "Place 150 cells in a 100 um column of S1HL, add VPM and POm fibres and wire them with inhibitory specificity, plot connection probability by distance, run 50 ms",
                "Rebuild 150 cells in a 100 um wide column of S1HL with local synapses of inhibitory specificity, attach VPM and POm afferents and measure connection probability by distance",
                "Setze 150 Zellen in eine 100 um breite Säule von S1HL, verdrahte sie mit Spezifität der hemmenden Zellen, füge VPM- und POm-Fasern hinzu und miss die "
                        + "Verbindungswahrscheinlichkeit nach Abstand",
            })
    void fibresThatAreAddedAndAMeasureByDistanceAreNoEditOfTheConnectome(String words) {
        var plan = plan(words);
        assertThat(plan.steps("connectome.edit")).isEmpty();
        assertThat(params(plan, "connectome.local").path("specificity").asString())
                .isEqualTo("em");
        assertThat(params(plan, "connectome.thalamic").path("sources").toString())
                .isEqualTo("[\"VPM\",\"POm\"]");
        var measure = params(plan, "connectome.analyse");
        assertThat(measure.path("metric").asString()).isEqualTo("connection_probability");
        assertThat(measure.has("max_distance_um")).isFalse();
        assertThat(params(plan, "atlas.region").at("/shape/width_um").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 100 cells of a 100 um column of S1HL and add connections between L5 pyramidal cells by distance",
                "Take 100 cells of a 100 um column of S1HL and add random connections between L4 excitatory cells",
            })
    void connectionsThatAreAddedByAModelAreAnEdit(String words) {
        assertThat(params(plan(words), "connectome.edit").path("op").asString()).isEqualTo("add");
    }

    @Test
    void aLengthOfAMeasureStaysItsOwnBesideThatOfTheColumn() {
        var plan = plan(
                "Place 100 cells in a 60 um wide column of S1HL, wire them and measure the connection probability up to 120 um");
        assertThat(params(plan, "atlas.region").at("/shape/width_um").asInt()).isEqualTo(60);
        assertThat(params(plan, "connectome.analyse").path("max_distance_um").asInt())
                .isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 100 neurons from 60 um wide columns of S1HL and S1FL, connect them locally and with mid-range connections, stimulate layer 4 of S1HL at 10 ms, run 50 ms",
                "Take 100 neurons from two columns of S1HL and S1FL, each 60 um wide, connect them locally and with mid-range connections, stimulate layer 4 of the hindlimb at 10 ms and "
                        + "run 50 ms",
            })
    void aStimulusToTheLayerOfOneRegionLeavesTheOtherAlone(String words) {
        var plan = plan(words);
        var target = params(plan, "sim.run").at("/stimuli/0/target");
        assertThat(target.path("layer").toString()).isEqualTo("[4]");
        assertThat(target.path("region").asString()).isEqualTo("S1HL");
        assertThat(params(plan, "atlas.region").path("region").toString()).isEqualTo("[\"S1HL\",\"S1FL\"]");
        assertThat(params(plan, "atlas.region").path("shape").has("count")).isFalse();
    }

    @Test
    void aWholeStudyIsLaidOutByItsSevenStages() {
        var plan = plan(
                "Build rat S1HL and S1FL at column scale: place 150 cells in 60 um wide columns, grow their dendrites and axons, wire them locally with inhibitory specificity and by "
                        + "mid-range connections between the regions, add VPM and POm fibres, count simplices, common neighbours and connection probability by distance, set the "
                        + "synapse physiology at 1.2 mM calcium, run 80 ms with a VPM volley at 20 ms, show the raster and a picture, and release it as SONATA");
        var stages = StudyStage.inOrder(plan).stream()
                .map(s -> StudyStage.of(s.action()).orElseThrow())
                .toList();
        assertThat(stages).isSorted().containsOnly(StudyStage.values());
        assertThat(params(plan, "sim.run").at("/stimuli/0/kind").asString()).isEqualTo("volley");
        assertThat(params(plan, "sim.run").at("/stimuli/0").has("site")).isFalse();
        assertThat(params(plan, "sim.run").path("ca_mM").asDouble()).isEqualTo(1.2);
        assertThat(params(plan, "render.image").has("show")).isFalse();
        var text = PlanText.render(plan);
        var headings = List.of(
                "  tissue\n",
                "  cells, placed and grown\n",
                "  connections of the cortex\n",
                "  thalamus\n",
                "  topology\n",
                "  physiology and run\n",
                "  pictures and release\n");
        assertThat(text).containsSubsequence(headings);
    }
}
