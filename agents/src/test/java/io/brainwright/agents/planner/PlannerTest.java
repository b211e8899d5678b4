package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlannerTest {
    static final String HEADLINE =
            "Take 300 neurons from a 150 µm wide column of rat S1HL, stimulate layer 4 at 50 ms and show me the activity for 200 ms";

    /** Thicknesses and densities of the recipe, rounded; 2 mm2 of surface. */
    static final TissueFacts FACTS = acronym -> new TissueFacts.Region(
            acronym,
            2,
            List.of(
                    new TissueFacts.Layer(1, 165, 18308),
                    new TissueFacts.Layer(2, 149, 141737),
                    new TissueFacts.Layer(3, 353, 73426),
                    new TissueFacts.Layer(4, 190, 105255),
                    new TissueFacts.Layer(5, 525, 65951),
                    new TissueFacts.Layer(6, 700, 89390)),
            List.of());

    private final Planner planner = new Planner(FACTS);
    private final WorkspaceView workspace = WorkspaceView.empty(Path.of("."), 8_000_000_000L);

    private Plan plan(String words) {
        var proposal = planner.propose(words, workspace);
        assertThat(proposal).as(words + " -> " + proposal).isInstanceOf(Proposal.Ready.class);
        return ((Proposal.Ready) proposal).plan();
    }

    private Proposal.Question question(String words) {
        var proposal = planner.propose(words, workspace);
        assertThat(proposal).as(words + " -> " + proposal).isInstanceOf(Proposal.Question.class);
        return (Proposal.Question) proposal;
    }

    private static JsonNode params(Plan plan, String action) {
        return plan.steps(action).getFirst().params();
    }

    @Test
    void aVolleyFromVpmGetsItsFibresAndTheRunTakesThem() {
        var plan = plan(
                "Place 60 cells in a 150 um column of S1HL, wire them and fire a VPM volley at 50 ms; simulate 100 ms");
        var fibres = plan.steps("connectome.thalamic").getFirst();
        assertThat(plan.steps("sim.run").getFirst().needs()).contains(fibres.id());
        assertThat(params(plan, "sim.run").at("/stimuli/0/source").asString()).isEqualTo("VPM");
        var without = plan("Place 60 cells in a 150 um column of S1HL, wire them and simulate 100 ms");
        assertThat(without.steps("connectome.thalamic")).isEmpty();
    }

    @Test
    void severalWidthsOfFibresAreASweep() {
        var plan = plan("Place 60 cells in a 150 um column of S1HL, wire them and add VPM fibres 10, 20 and 40 um wide;"
                + " fire a VPM volley at 50 ms, simulate 100 ms and plot the sweep");
        var width = params(plan, "connectome.thalamic").at("/axon_width_um/sweep");
        assertThat(width.valueStream().map(JsonNode::asInt)).containsExactly(10, 20, 40);
        assertThat(params(plan, "atlas.region").at("/shape/width_um").asInt()).isEqualTo(150);
    }

    @Test
    void inhibitorySpecificityIsAPropertyOfTheWiring() {
        var all = plan("Place 60 cells in a 150 um column of S1HL and wire them with inhibitory specificity");
        assertThat(params(all, "connectome.local").path("specificity").asString())
                .isEqualTo("em");
    }

    @Test
    void midRangeConnectionsStandBetweenWiringAndWhatTakesIt() {
        var plan = plan(
                "Place 2000 cells in nbS1, wire them with mid-range connections from S1FL to S1HL and simulate 100 ms");
        var added = plan.steps("connectome.mid_range").getFirst();
        assertThat(added.params().path("sources").path(0).asString()).isEqualTo("S1FL");
        assertThat(added.params().path("targets").path(0).asString()).isEqualTo("S1HL");
        assertThat(added.needs())
                .contains(plan.steps("connectome.local").getFirst().id());
        assertThat(plan.steps("connectome.physiology").getFirst().needs()).contains(added.id());
        assertThat(params(plan, "atlas.region").path("region").asString()).isEqualTo("nbS1");
    }

    @Test
    void regionsThatAreConnectedAreTakenEachAndOfEachAColumnWhereOneIsSaid() {
        var whole = plan(
                "Take 60 neurons of S1HL and S1FL, connect them locally and with mid-range connections, run 50 ms");
        assertThat(params(whole, "atlas.region").path("region").toString()).isEqualTo("[\"S1HL\",\"S1FL\"]");
        assertThat(params(whole, "atlas.region").at("/shape/kind").asString()).isEqualTo("whole");
        assertThat(whole.steps("connectome.local")).hasSize(1);
        var columns = plan(
                "Take 60 neurons from 80 um wide columns of S1HL and S1FL, wire them with mid-range connections, run 50 ms");
        assertThat(params(columns, "atlas.region").path("region").size()).isEqualTo(2);
        assertThat(params(columns, "atlas.region").at("/shape/kind").asString()).isEqualTo("column");
        var thinned = columns.assumptions().stream()
                .filter(a -> a.path().equals("placement.cells.thinning"))
                .findFirst()
                .orElseThrow();
        double holds = 2 * Math.PI / 4 * 80 * 80 / 1e6 * 167.2e3; // two columns
        assertThat(thinned.value().asDouble()).isCloseTo(60 / holds, org.assertj.core.api.Assertions.within(0.01));
        assertThat(params(columns, "connectome.mid_range").path("between").size())
                .isEqualTo(2);
    }

    @Test
    void theHeadlineBecomesThePlanOfElevenSteps() {
        var plan = plan(HEADLINE);
        assertThat(plan.steps().stream().map(s -> s.action()))
                .containsExactly(
                        "atlas.region",
                        "placement.cells",
                        "synthesis.dendrites",
                        "synthesis.axons",
                        "connectome.local",
                        "connectome.physiology",
                        "sim.run",
                        "sim.analyse",
                        "render.plot",
                        "render.image",
                        "export.sonata");
        assertThat(params(plan, "atlas.region"))
                .hasToString(
                        "{\"region\":\"S1HL\",\"species\":\"rat\",\"shape\":{\"width_um\":150,\"kind\":\"column\"}}");
        assertThat(params(plan, "placement.cells").path("count").asInt()).isEqualTo(300);
        var stimulus = params(plan, "sim.run").path("stimuli").path(0);
        assertThat(stimulus.path("target")).hasToString("{\"layer\":[4]}");
        assertThat(stimulus.path("time_ms").asInt()).isEqualTo(50);
        assertThat(params(plan, "sim.run").path("duration_ms").asInt()).isEqualTo(200);
        assertThat(plan.variants().stream().map(v -> v.name())).containsExactly("stimulated", "control");
        assertThat(plan.questions()).isEmpty();
    }

    @Test
    void theSameWordsGiveTheSameHashAndThePlanSurvivesItsJson() {
        var plan = plan(HEADLINE);
        assertThat(plan(HEADLINE).hash()).isEqualTo(plan.hash());
        assertThat(PlanJson.read(PlanJson.pretty(plan)).hash()).isEqualTo(plan.hash());
    }

    @Test
    void thinningSaysTheFractionAndWhatItDoes() {
        var thinning = plan(HEADLINE).assumptions().stream()
                .filter(a -> a.path().equals("placement.cells.thinning"))
                .findFirst()
                .orElseThrow();
        assertThat(thinning.value().asDouble()).isBetween(0.10, 0.103);
        assertThat(thinning.source()).contains("partners");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please build a column of hindlimb cortex, 0.15 mm in diameter, with 300 cells. Stimulate L4 at 50 ms, simulate for 0.2 s.",
                "Show me 200 ms of activity of 300 neurons in a 150-micron-wide column of S1HL when layer 4 is stimulated at 50 ms",
                "I'd like to take 300 cells from a column of rat hindlimb cortex (diameter 150 μm), excite layer IV after 50 ms and record for 200 milliseconds",
                "Simulate 300 neurons of a 150 um column in s1hl for 200 ms, kick the fourth layer at 50 ms",
                "At 50 ms stimulate layer 4 in a column of S1HL 150 um wide with three hundred neurons and run 200 ms",
                "Prends 300 neurones dans une colonne de 150 µm du cortex du rat (membre postérieur), stimule la couche 4 à 50 ms et montre l'activité pendant 200 ms",
                "Nimm 300 Neuronen aus einer 150 µm breiten Säule von S1HL der Ratte, stimuliere Schicht 4 bei 50 ms und zeig mir die Aktivität für 200 ms"
            })
    void otherWordsForTheSameWishGiveTheSameSteps(String words) {
        var plan = plan(words);
        assertThat(params(plan, "atlas.region").path("region").asString()).isEqualTo("S1HL");
        assertThat(params(plan, "atlas.region").path("shape").path("width_um").asDouble())
                .isEqualTo(150);
        assertThat(params(plan, "placement.cells").path("count").asInt()).isEqualTo(300);
        var stimulus = params(plan, "sim.run").path("stimuli").path(0);
        assertThat(stimulus.path("target").path("layer")).hasToString("[4]");
        assertThat(stimulus.path("time_ms").asDouble()).isEqualTo(50);
        assertThat(params(plan, "sim.run").path("duration_ms").asDouble()).isEqualTo(200);
    }

    @Test
    void whatIsSaidIsTakenAndNotAssumed() {
        var plan = plan(
                "Place layers 2 to 5 of a 300 um wide column of forelimb cortex at half the published density, seed 7. "
                        + "Inject a 0.5 nA step for 400 ms into 10 excitatory cells of L2/3 at 100 ms. Run for 1.5 s at 1.2 mM calcium and 32 °C with AP5.");
        assertThat(params(plan, "atlas.region").path("region").asString()).isEqualTo("S1FL");
        assertThat(params(plan, "atlas.region").path("layers")).hasToString("[2,3,4,5]");
        assertThat(params(plan, "placement.cells").path("density_scale").asDouble())
                .isEqualTo(0.5);
        assertThat(params(plan, "placement.cells").path("seed").asInt()).isEqualTo(7);
        var run = params(plan, "sim.run");
        assertThat(run.path("duration_ms").asDouble()).isEqualTo(1500);
        assertThat(run.path("ca_mM").asDouble()).isEqualTo(1.2);
        assertThat(run.path("temperature_degC").asDouble()).isEqualTo(32);
        assertThat(run.path("blocks")).hasToString("[\"NMDA\"]");
        var stimulus = run.path("stimuli").path(0);
        assertThat(stimulus.path("amplitude_nA").asDouble()).isEqualTo(0.5);
        assertThat(stimulus.path("duration_ms").asDouble()).isEqualTo(400);
        assertThat(stimulus.path("time_ms").asDouble()).isEqualTo(100);
        assertThat(stimulus.path("target")).hasToString("{\"layer\":[2,3],\"population\":\"excitatory\",\"count\":10}");
        assertThat(plan.assumptions().stream().map(a -> a.path()))
                .doesNotContain("sim.run.ca_mM", "placement.cells.seed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Build 300 neurons of S1XY | region | S1HL",
                "Simulate 300 neurons of S1HL for 200 um | sim.run.duration_ms | time",
                "Stimulate layer 7 of a 150 um column of S1HL | layers | 1 to 6",
                "Build a 150 ms wide column of S1HL | atlas.region.shape.width_um | length",
                "Build -5 neurons of S1HL | placement.cells.count | whole number",
                "Build 0 neurons of S1HL | placement.cells.count | whole number",
                "Simulate 300 neurons of S1HL at 25 °F for 200 ms | sim.run.temperature_degC | -3.9",
                "Stimulate layer 4 of S1HL at 300 ms and run for 200 ms | sim.run.stimuli.0.time_ms | after the end",
                "Build 300 neurons of a 20 um wide column of S1HL | placement.cells.count | holds about",
                "Build a 4 mm wide column of S1HL with 300 neurons | atlas.region.shape.width_um | narrower",
                "Build 300 neurons of mouse S1HL | species | rat",
                "Simulate the hippocampus for a second | region | not in this version",
                "Build a 150 um wide column with 300 neurons | region | Which region",
                "Take 300 neurons of S1HL and add 12 blobs | number | What is the number 12",
                "Take 300 neurons of S1HL with frobnicators | request | frobnicators"
            })
    void whatCannotBeAsSaidIsAskedAboutInOneMessage(String words, String field, String says) {
        var question = question(words);
        assertThat(question.faults().stream().map(f -> f.field()))
                .as(question.text())
                .contains(field);
        assertThat(question.text()).contains(says);
    }

    @Test
    void otherTopicsAreDeclinedWithWhatIsPossible() {
        var proposal = planner.propose("How do I make chocolate chip cookies?", workspace);
        assertThat(proposal).isInstanceOf(Proposal.Decline.class);
        assertThat(((Proposal.Decline) proposal).reason()).isEqualTo("off_topic");
        assertThat(((Proposal.Decline) proposal).alternatives()).isNotEmpty();
    }

    @Test
    void whatExceedsTheMachineIsDeclinedWithTheLargestThatFits() {
        var proposal = planner.propose("Simulate the whole S1HL region for 200 ms", workspace);
        assertThat(proposal).as(proposal.toString()).isInstanceOf(Proposal.Decline.class);
        assertThat(((Proposal.Decline) proposal).reason()).isEqualTo("too_large");
    }

    @Test
    void anEmptyRequestIsAProblemOfTheRequest() {
        assertThatThrownBy(() -> planner.propose("  ", workspace)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 10 neurons from a 100 um wide column of S1HL and run 20 ms",
                "Take 10 neurons from a 100 um wide column of S1HL and run it for 20 ms",
                "10 neurons of S1HL in a 100 um column, then simulate 20 ms",
                "prends 10 neurones d'une colonne de S1HL large de 100 µm et laisse tourner 20 ms",
                "nimm 10 Neurone aus einer 100 µm breiten Säule von S1HL und lass 20 ms laufen",
                "toma 10 neuronas de una columna de S1HL de 100 µm y simula 20 ms"
            })
    void whatRunsLastsAsLongAsItSays(String words) {
        var plan = plan(words);
        assertThat(params(plan, "placement.cells").path("count").asInt()).isEqualTo(10);
        assertThat(params(plan, "atlas.region").path("shape").path("width_um").asInt())
                .isEqualTo(100);
        assertThat(params(plan, "sim.run").path("duration_ms").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 100 um, S1XY, S1HL",
        "0, 150 um, S1HL, neurons",
        "-5, 150 um, S1HL, neurons",
        "900000000, 150 um, S1HL, holds",
        "10, 150 ms, S1HL, a length is wanted"
    })
    void whatCannotBeTakenIsNamed(String count, String width, String region, String told) {
        var question =
                question("Take %s neurons from a %s wide column of %s and run 20 ms".formatted(count, width, region));
        assertThat(question.text()).contains(told).doesNotContain("What is the number");
        assertThat(question.faults()).hasSize(1);
    }

    @Test
    void synapsesReleaseAtRandomAndSpontaneouslyWhereTheWordsSaySo() {
        for (var words : List.of(
                "Take 60 neurons from a 100 um wide column of S1HL and run 100 ms with stochastic release and spontaneous minis",
                "Prends 60 neurones d'une colonne de 100 um de large de S1HL et simule 100 ms avec libération stochastique et minis",
                "Nimm 60 Neuronen aus einer 100 um breiten Säule von S1HL und simuliere 100 ms mit stochastischer Freisetzung und Minis",
                "Toma 60 neuronas de una columna de 100 um de ancho de S1HL y simula 100 ms con liberación estocástica y minis")) {
            var run = params(plan(words), "sim.run");
            assertThat(run.path("release").asString("")).as(words).isEqualTo("stochastic");
            assertThat(run.path("minis").asString("")).as(words).isEqualTo("by_layer");
        }
        var plain = plan("Take 60 neurons from a 100 um wide column of S1HL and run 100 ms");
        assertThat(params(plain, "sim.run").has("release")).isFalse();
        assertThat(params(plain, "sim.run").has("minis")).isFalse();
        assertThat(plan("Take 60 neurons from a 100 um wide column of S1HL and run 100 ms with stochastic release")
                        .steps("export.sonata"))
                .as("release of synapses, not of files")
                .hasSameSizeAs(plain.steps("export.sonata"));
    }

    /** In four languages; whose synapses they are is not taken for cells that are placed or stimulated. */
    @Test
    void plasticSynapsesSetTheRunItsReleaseAndAPictureAndEveryNumberOfTheRuleIsAnAssumption() {
        for (var words : List.of(
                "Take 60 neurons from a 100 um wide column of S1HL with plastic synapses between excitatory cells, stimulate layer 4 at 50 ms and run 200 ms",
                "Prends 60 neurones d'une colonne de 100 um de large de S1HL avec des synapses plastiques entre cellules excitatrices et simule 200 ms",
                "Nimm 60 Neuronen aus einer 100 um breiten Säule von S1HL mit plastischen Synapsen zwischen erregenden Zellen und simuliere 200 ms",
                "Toma 60 neuronas de una columna de 100 um de ancho de S1HL con sinapsis plásticas entre células excitadoras y simula 200 ms")) {
            var plan = plan(words);
            var run = params(plan, "sim.run");
            assertThat(run.path("plasticity").asString("")).as(words).isEqualTo("calcium");
            assertThat(run.path("release").asString("")).as(words).isEqualTo("stochastic");
            assertThat(run.has("target")).as(words).isFalse();
            assertThat(params(plan, "placement.cells").has("classes")).as(words).isFalse();
            assertThat(params(plan, "render.plot").path("plots").toString()).contains("plasticity");
            assertThat(plan.assumptions())
                    .filteredOn(a -> a.path().equals("plasticity.theta_p_apical.pre"))
                    .singleElement()
                    .satisfies(a -> assertThat(a.source()).contains("10.1038/s41467-022-30214-w"));
        }
    }

    @Test
    void plasticInhibitorySynapsesAreAskedBack() {
        var answer = question(
                "Take 60 neurons from a 100 um wide column of S1HL and run 100 ms with plastic inhibitory synapses");
        assertThat(answer.text()).contains("Only synapses between excitatory cells can change here");
    }

    @Test
    void withAndWithoutPlasticSynapsesComparesTwoRunsOfEqualRelease() {
        var plan = plan(
                "Take 60 neurons from a 100 um wide column of S1HL and run 100 ms with and without plastic synapses");
        assertThat(plan.variants().stream().map(v -> v.name())).containsExactly("control", "plastic synapses");
        assertThat(plan.variants().get(1).set()).containsKey("sim.run.plasticity");
        assertThat(params(plan, "sim.run").path("release").asString("")).isEqualTo("stochastic");
    }

    @Test
    void theWidthOfBinsIsThatOfTheAnalysisAndNotTheLengthOfTheRun() {
        for (var words : List.of(
                "measure the synchrony in 20 ms bins",
                "measure the synchrony in bins of 20 ms between 50 and 200 ms")) {
            var plan = plan("Take 60 neurons from a 100 um wide column of S1HL, run 200 ms and " + words);
            assertThat(params(plan, "sim.run").path("duration_ms").asDouble())
                    .as(words)
                    .isEqualTo(200);
            assertThat(params(plan, "sim.analyse").path("metric").asString("")).isEqualTo("synchrony");
            assertThat(params(plan, "sim.analyse").path("bin_ms").asDouble())
                    .as(words)
                    .isEqualTo(20);
        }
    }

    @Test
    void withAndWithoutMinisAreTwoVariants() {
        var plan = plan(
                "Take 60 neurons from a 100 um wide column of S1HL and run 100 ms with and without spontaneous minis");
        assertThat(plan.variants().stream().map(v -> v.name())).containsExactly("control", "minis");
        assertThat(plan.variants().get(1).set()).containsKey("sim.run.minis");
    }

    @Test
    void aSweepIsPlottedWhereItIsAskedFor() {
        var plan = plan(
                "Take 60 neurons from a 100 um wide column of S1HL, sweep calcium over 1.0 and 2.0 mM, run 100 ms, measure the"
                        + " synchrony and plot the sweep");
        assertThat(params(plan, "render.plot").path("plots")).hasToString("[\"sweep\"]");
    }

    /** The plan that examples/ shows is the one that its request becomes; what it would cost is as the machine that wrote it is. */
    @ParameterizedTest
    @ValueSource(strings = {"stimulate-layer-4", "calcium-sweep"})
    void theExamplesPlanIsTheOneOfItsRequest(String example) throws IOException {
        var shown = PlanJson.read(Files.readString(Path.of("../examples/%s/plan.json".formatted(example))));
        var plan = plan(shown.request());
        assertThat(plan.steps()).hasToString(shown.steps().toString());
        assertThat(plan.hypothesis()).isEqualTo(shown.hypothesis());
        assertThat(plan.variants()).isEqualTo(shown.variants());
    }
}
