package io.brainwright.agents.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.language.Utterances;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.text.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which time, which layer and which sign a stimulus gets, however the words stand. */
class SaidOfStimuliTest {
    private static final Context CIRCUIT = new Context(
            true, "S1HL", Set.of("atlas", "placement", "synthesis", "connectome"), List.of(), List.of(), Set.of());
    private final Utterances utterances = new Utterances(Lexicon.open());

    private JsonNode run(String words) {
        var wish = FrameReader.read(utterances.read(words, Language.ENGLISH), CIRCUIT);
        assertThat(wish.faults()).as(words).isEmpty();
        return wish.want("sim.run").orElseThrow().params();
    }

    private static int at(JsonNode run, String pointer) {
        return run.at(pointer).asInt(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stimulate layer 4 at 50 ms, run 200 ms|50|-1|200",
                "hit layer 4 with a 2 nA, 5 ms kick at 20 ms; total 100 ms|20|5|100",
                "inject 0.4 nA into layer 5 for 30 ms starting at 100 ms, simulate 250 ms|100|30|250",
                "stimulus to layer 4 at t = 50 ms, 200 ms|50|-1|200",
                "excite la couche 4 à 45 ms, durée totale 160 ms|45|-1|160",
                "Schicht 4 bei 15 ms mit 1 nA reizen, 5 ms lang, insgesamt 60 ms|15|5|60",
                "a los 30 ms activar la capa 4 con 1 nA durante 10 ms, simular 120 ms|30|10|120",
                "100 VPM fibres fire at 200 ms, 400 ms|200|-1|400",
                "une salve de 120 fibres VPM à 80 ms puis PSTH sur 250 ms|80|-1|250",
                "veinte ensayos de 200 ms con descarga del VPM a los 50 ms|50|-1|200"
            })
    void eachTimeFindsItsRole(String words, int onset_ms, int length_ms, int run_ms) {
        var run = run(words);
        assertThat(at(run, "/stimuli/0/time_ms")).as("onset of " + words).isEqualTo(onset_ms);
        assertThat(at(run, "/stimuli/0/duration_ms")).as("length in " + words).isEqualTo(length_ms);
        assertThat(at(run, "/duration_ms")).as("run of " + words).isEqualTo(run_ms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stimulate layer 4 with 1 nA at 20 ms and see whether layer 6 answers|[4]",
                "see whether layer 5 fires when layer 4 is stimulated with 1 nA at 20 ms|[4]",
                "give every inhibitory neuron in layer 2/3 -50 pA for 400 ms|[2,3]",
                "Rauschstrom 0,08 nA auf alle Zellen der Schicht 2/3, 1 s lang|[2,3]"
            })
    void theLayerBesideTheStimulusIsDriven(String words, String layers) {
        assertThat(run(words).at("/stimuli/0/target/layer")).as(words).hasToString(layers);
    }

    @Test
    void hyperpolarisingCurrentsGoDown() {
        assertThat(run("hyperpolarise the L6 pyramids by 80 pA for 250 ms")
                        .at("/stimuli/0/amplitude_nA")
                        .asDouble())
                .isEqualTo(-0.08);
        assertThat(run("inject a hyperpolarising step of -100 pA for 250 ms into layer 5")
                        .at("/stimuli/0/amplitude_nA")
                        .asDouble())
                .isEqualTo(-0.1);
    }

    @Test
    void evenStepsHaveBothEnds() {
        var sweep = run("10 steps from -0.1 to 0.8 nA into an L2/3 basket cell").at("/stimuli/0/amplitude_nA/sweep");
        assertThat(sweep).hasToString("[-0.1,0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8]");
    }

    @Test
    void anIonThatIsTakenOutIsNone() {
        assertThat(run("remove the magnesium and simulate 500 ms").path("mg_mM").asDouble(-1))
                .isZero();
        assertThat(run("sans magnésium, simule 500 ms").path("mg_mM").asDouble(-1))
                .isZero();
    }
}
