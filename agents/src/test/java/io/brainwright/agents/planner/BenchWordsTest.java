package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is typed quickly beside a rig: lists of seeds, squares, agonists, silenced cells, abbreviations, corrections. */
class BenchWordsTest {
    private final Planner planner = new Planner(PlannerTest.FACTS);
    private final WorkspaceView built = new WorkspaceView(
            Path.of("."),
            60_000_000_000L,
            new WorkspaceView.Circuit(
                    "column",
                    "S1HL",
                    "rat",
                    JsonMapper.shared().createObjectNode().put("kind", "column").put("width_um", 300),
                    List.of("atlas", "placement", "synthesis", "connectome")),
            List.of(),
            java.util.Map.of(),
            List.of(),
            null);

    private Plan plan(String words) {
        var proposal = planner.propose(words, built);
        return switch (proposal) {
            case Proposal.Ready ready -> ready.plan();
            case Proposal.Answer answer -> answer.plan();
            default -> throw new AssertionError(words + " -> " + proposal);
        };
    }

    private String params(String words, String action) {
        return plan(words).steps(action).getFirst().params().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds one, two and three, 400 ms each, mean rates",
                "seeds 1, 2, 3; 400 ms; mean rates",
                "run 400 ms with seeds 1, 2 and 3 and tell me the mean rates",
                "graines un, deux et trois, 400 ms, taux de décharge moyen",
                "Seeds eins, zwei und drei, je 400 ms, mittlere Feuerrate",
                "semillas uno, dos y tres, 400 ms, tasa media de disparo"
            })
    void seedsInARowAreASweepAndTheTimeBehindThemIsATime(String words) {
        assertThat(params(words, "sim.run")).contains("\"seed\":{\"sweep\":[1,2,3]}", "\"duration_ms\":400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2 x 1.2 mm of S1FL, only layer 4 | 1200",
                "0.3x0.3 mm2 of S1Tr with 200 neurons | 300",
                "1,5 x 1,5 mm aus S1FL, nur Schicht 5 | 1500",
                "250 µm × 250 µm de S1J, couche 4 | 250",
                "build 0.4 mm by 0.4 mm of S1HL, layer 5 | 400"
            })
    void aSquareOfTissueIsToldByItsWidth(String words, int width_um) {
        assertThat(params(words, "atlas.region")).contains("\"width_um\":" + width_um);
    }

    @Test
    void sidesThatAreNotEqualAreAskedAbout() {
        assertThat(planner.propose("1 x 2 mm of S1FL, layer 4", built)).isInstanceOf(Proposal.Question.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wash in muscimol and run 500 ms | muscimol",
                "what happens if I bath-apply NMDA for 300 ms? | NMDA",
                "simulate 200 ms with 5 uM carbachol | carbachol",
                "baclofène dans le bain, 300 ms | baclof",
                "an AMPA agonist for 200 ms | AMPA"
            })
    void anAgonistIsNoBlockAndIsAskedAbout(String words, String drug) {
        assertThat(planner.propose(words, built)).isInstanceOfSatisfying(Proposal.Question.class, q -> {
            assertThat(q.faults()).anyMatch(f -> f.field().equals("sim.run.blocks"));
            assertThat(q.text()).containsIgnoringCase(drug).containsIgnoringCase("agonist");
        });
    }

    @Test
    void aDrugWhoseTargetCannotBeBlockedHereIsNotSwallowed() {
        assertThat(planner.propose("apamin, 300 ms", built))
                .isInstanceOfSatisfying(
                        Proposal.Question.class, q -> assertThat(q.text()).contains("apamin", "SK"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "silence the SST cells for 500 ms | SST",
                "silence L5 PV cells and compare L4 rates, 1 s | L5 PV",
                "schalte die PV-Zellen stumm und lass 500 ms laufen | PV",
                "éteins les cellules VIP, 600 ms | VIP",
                "silencia las PV y corre 400 ms | PV"
            })
    void silencedCellsGiveNothingToOthers(String words, String cells) {
        assertThat(params(words, "connectome.edit")).contains("\"op\":\"disconnect\"", "\"pre\":\"" + cells + "\"");
        assertThat(plan(words).assumptions()).anyMatch(a -> a.source().contains("silenced"));
    }

    @Test
    void blockedReceptorsAreNoSilencedCells() {
        assertThat(plan("silence NMDA for 300 ms").steps("connectome.edit")).isEmpty();
        assertThat(params("block everything but NMDA, 300 ms", "sim.run"))
                .contains("\"blocks\":[\"AMPA\",\"GABA_A\",\"GABA_B\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p(conn) L5 PC -> L5 PC within 150um | connectome.analyse | \"metric\":\"connection_probability\"",
                "inh. touch dist 0.4um, exc 3um | connectome.local | {\"inhibitory\":0.4,\"excitatory\":3}",
                "S1FL col, 200um, 250 cells, E/I 80/20 | placement.cells | \"excitatory_fraction\":0.8",
                "T=32, [Ca]=1.25 mM, 700 ms | sim.run | \"temperature_degC\":32",
                "gbz + APV, 300ms | sim.run | \"blocks\":[\"GABA_A\",\"NMDA\"]",
                "Ca 1.1 / 1.2 / 1.3 mM, 400 ms | sim.run | \"ca_mM\":{\"sweep\":[1.1,1.2,1.3]}",
                "20 reps, 300 ms, latency | sim.run | \"repeats\":20",
                "make L4->L5 2x stronger | connectome.edit | \"factor\":2"
            })
    void abbreviationsOfTheFieldAreRead(String words, String action, String expected) {
        assertThat(params(words, action)).contains(expected);
    }

    @Test
    void strongerConnectionsStandBesideARunWithItsOwnNumbersAndAMeasurement() {
        var words =
                "take 300 neurons of S1HL, make all excitatory connections 8 times stronger, run 400 ms and measure the synchrony";
        assertThat(params(words, "connectome.edit")).contains("\"op\":\"scale_weight\"", "\"factor\":8");
        assertThat(params(words, "placement.cells")).contains("\"count\":300");
        assertThat(params(words, "sim.run")).doesNotContain("repeats");
    }

    @Test
    void connectionsOfAPairOfClassesAreMadeStrongerBesideAStimulus() {
        var words =
                "take 200 neurons of S1HL, make the connections from excitatory to excitatory cells 10 times stronger, inject 0.05 nA"
                        + " into all cells from 0 ms for 400 ms, run 400 ms and measure the synchrony";
        assertThat(params(words, "connectome.edit"))
                .contains(
                        "\"op\":\"scale_weight\"",
                        "\"factor\":10",
                        "\"pre\":\"excitatory\"",
                        "\"post\":\"excitatory\"");
        assertThat(params(words, "sim.run")).contains("\"amplitude_nA\":0.05").doesNotContain("pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stimulate with 5 V", "run the column at 1200 degrees for 1 s"})
    void whatNoRigDoesIsAskedAbout(String words) {
        assertThat(planner.propose(words, built))
                .isInstanceOfSatisfying(
                        Proposal.Question.class,
                        q -> assertThat(q.faults().getFirst().field())
                                .isIn(Set.of(
                                        "sim.run.stimuli.0.amplitude_nA",
                                        "temperature_degC",
                                        "sim.run.temperature_degC")));
    }

    @Test
    void aBareNumberCorrectsTheNumberThatWasChangedLast() {
        var talk = new Dialogue(planner, () -> built);
        talk.turn("run 300 ms at 1.2 mM calcium");
        talk.turn("bump Ca to 1.5");

        var corrected = talk.turn("hmm no, 1.35 rather");

        assertThat(corrected)
                .isInstanceOfSatisfying(
                        Proposal.Edit.class,
                        e -> assertThat(e.plan()
                                        .steps("sim.run")
                                        .getFirst()
                                        .params()
                                        .path("ca_mM")
                                        .asDouble())
                                .isEqualTo(1.35));
        assertThat(talk.turn("and warm it up to 36"))
                .isInstanceOfSatisfying(
                        Proposal.Edit.class,
                        e -> assertThat(e.plan()
                                        .steps("sim.run")
                                        .getFirst()
                                        .params()
                                        .path("temperature_degC")
                                        .asDouble())
                                .isEqualTo(36));
    }

    @Test
    void aBareNumberWithoutAChangeBeforeItIsNotGuessed() {
        var talk = new Dialogue(planner, () -> built);
        talk.turn("run 300 ms at 1.2 mM calcium");

        assertThat(talk.turn("hmm no, 1.35 rather")).isNotInstanceOf(Proposal.Edit.class);
    }

    @Test
    void jeBeforeANumberIsGermanAndNoIsNotSpanishOnly() {
        assertThat(Language.guess("Ca 1,1 mM, je 800 ms")).isEqualTo(Language.GERMAN);
        assertThat(Language.guess("hmm no, 1.35 rather")).isEqualTo(Language.ENGLISH);
        assertThat(Language.guess("no, mejor 33 grados", Language.SPANISH)).isEqualTo(Language.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Build a 150 um wide column of 30 neurons of rat S1HL, run 40 ms and record the LFP with 12 contacts 80 um apart",
                "Build a 150 um wide column of 30 neurons of rat S1HL, run 40 ms, record the lfp at 12 contacts every 80 um",
                "Construis une colonne de 150 um de large avec 30 neurones de S1HL du rat, simule 40 ms et enregistre le LFP avec 12 contacts espacés de 80 um",
                "Baue eine 150 um breite Säule mit 30 Neuronen aus S1HL der Ratte, simuliere 40 ms und zeichne das LFP mit 12 Kontakten im Abstand von 80 um auf",
                "Construye una columna de 150 um de ancho con 30 neuronas de S1HL de rata, simula 40 ms y registra el LFP con 12 contactos separados 80 um"
            })
    void theStepOfAProbeIsNotTheWidthOfTheTissue(String words) {
        assertThat(params(words, "sim.run"))
                .contains("\"recordings\":[{\"variable\":\"lfp\",\"contacts\":12,\"spacing_um\":80}]");
        assertThat(params(words, "atlas.region")).contains("\"width_um\":150");
    }

    @Test
    void aProbeThatIsAskedForAgainIsTheSameProbe() {
        var talk = new Dialogue(planner, () -> built);
        talk.turn("run 300 ms and record the LFP with 8 contacts");

        assertThat(talk.turn("record the LFP too"))
                .isInstanceOfSatisfying(
                        Proposal.Edit.class,
                        edit -> assertThat(edit.operations()).isEmpty());
        assertThat(talk.turn("record the LFP with 12 contacts 50 um apart"))
                .isInstanceOfSatisfying(
                        Proposal.Edit.class,
                        edit -> assertThat(edit.plan()
                                        .steps("sim.run")
                                        .getFirst()
                                        .params()
                                        .path("recordings"))
                                .hasToString("[{\"variable\":\"lfp\",\"contacts\":12,\"spacing_um\":50}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 60 neurons from a 150 um wide column of rat S1HL, wire them and add VPM fibres 40 um wide",
                "Take 60 neurons from a 150 um wide column of rat S1HL, wire them and add 40 um wide VPM fibres"
            })
    void theWidthOfFibresIsNotThatOfTheColumn(String words) {
        assertThat(params(words, "atlas.region")).contains("\"width_um\":150");
        assertThat(params(words, "connectome.thalamic")).contains("\"axon_width_um\":40");
        assertThat(plan(words).steps("connectome.local")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which neurons are the highway hubs?|highway_hubs",
                "Find the highway hubs between distant neurons|highway_hubs",
                "Compute the Betti numbers of the circuit|betti",
                "Measure the participation in simplices by layer|participation",
                "Count the simplices by layer|simplices",
                "Which neurons are hubs?|hubs",
                "Mesure les nombres de Betti du circuit|betti",
                "Berechne die kürzesten Wege zwischen entfernten Zellen|highway_hubs",
                "Miss die Beteiligung an Simplizes nach Schicht|participation",
                "Mide los números de Betti del circuito|betti"
            })
    void whatIsMeasuredOfTheGraphIsNamedByItsOwnWords(String words, String metric) {
        assertThat(plan(words).steps("connectome.analyse"))
                .extracting(s -> s.params().path("metric").asString(""))
                .containsExactly(metric);
    }

    @Test
    void highwaysLeadBetweenCellsThatAreFarApart() {
        assertThat(params("Find the highway hubs between neurons at least 800 um apart by layer", "connectome.analyse"))
                .contains("\"min_distance_um\":800", "\"group_by\":\"layer\"")
                .doesNotContain("max_distance_um");
    }

    @Test
    void axonsOfTheThalamusAreNoPlaceOfAStimulus() {
        var words =
                "Take 60 neurons from a 100 um wide column of rat S1HL, wire them, add VPM fibres and sweep the width of the thalamic"
                        + " axons over 10, 20 and 40 um, fire a VPM volley at 10 ms and run 40 ms";
        assertThat(params(words, "connectome.thalamic")).contains("\"axon_width_um\":{\"sweep\":[10,20,40]}");
        assertThat(params(words, "sim.run")).contains("\"source\":\"VPM\"").doesNotContain("site");
    }
}
