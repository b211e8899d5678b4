package io.brainwright.agents.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SceneWordsTest {
    private final SceneDraft draft =
            SceneDraft.of("", "a".repeat(64), "b".repeat(64), "d".repeat(64), "c".repeat(64), 100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Colour by layer, hide axons, slow down to 1000x while the spike climbs the apical dendrite, orbit once",
                "Color by layer; hide the axons and slow it down to 1,000 times while the action potential runs up the apical dendrite, then turn once.",
                "Colorie par couche, cache les axones, ralentis à 1000x pendant que le potentiel d'action remonte la dendrite apicale, fais un tour",
                "Färbe nach Schicht, blende die Axone aus, verlangsame auf 1000x, während das Aktionspotential den Apikaldendriten hinaufläuft, umkreise einmal",
                "Colorea por capa, oculta los axones, ralentiza a 1000x mientras el potencial de acción sube por la dendrita apical y da una vuelta"
            })
    void fourWishesInOneSentenceBecomeOnePatch(String words) {
        var scene = after(words);
        assertThat(scene.at("/layers/0/color").toString()).isEqualTo("{\"by\":\"column\",\"column\":\"layer\"}");
        assertThat(scene.at("/layers/0/parts").toString()).isEqualTo("[\"soma\",\"basal\",\"apical\"]");
        var warp = scene.at("/time/warp");
        assertThat(warp.get(0).path("at").asString()).isEqualTo("52.0 ms");
        assertThat(warp.get(0).path("slowdown").asDouble()).isEqualTo(1000);
        assertThat(warp.get(1).path("slowdown").asDouble()).isEqualTo(80);
        assertThat(scene.at("/camera/keys/1/orbit/azimuth").asDouble()).isEqualTo(360);
        assertThat(scene.path("overlays").toString()).contains("legend").doesNotContain("colorbar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show only layer 5 | /layers/0/select/layers | [5]",
                "nur Schicht 5 | /layers/0/select/layers | [5]",
                "montre seulement les cellules inhibitrices | /layers/0/select/synapse_class | \"INH\"",
                "solo la neurona 12 | /layers/0/select/node_ids | [12]",
                "hide axons and dendrites | /layers/0/parts | [\"soma\"]",
                "turn the glow off | /layers/0/glow |",
                "zeige die Synapsen | /layers/2/type | \"synapses\"",
                "orbit twice | /camera/keys/1/orbit/azimuth | 720.0",
                "mach es 12 Sekunden lang |  | ",
                "make it last 12 s | /time/slowdown | 120.0",
                "look at layer 4 | /camera/target | \"layer.4\"",
                "zoom on cell 7 | /camera/target | \"cell.7.soma\"",
                "640x360 | /size | [640,360]",
                "1080p | /size | [1920,1080]",
                "titre « La couche 4 » | /title | \"La couche 4\"",
                "colour by voltage | /layers/0/color/by | \"report\"",
                "slow down to 250x | /time/slowdown | 250.0",
                "no sound | /audio |"
            })
    void aWishHasOnePlaceInTheScene(String words, String pointer, String value) {
        if (pointer == null) {
            assertThat(SceneWords.fit(draft.sound().json(), words)).isEqualTo(SceneWords.Fit.NONE);
            return;
        }
        var node = after(words).at(pointer);
        assertThat(node.isMissingNode() ? null : node.toString()).isEqualTo(value);
    }

    @Test
    void whatIsNotUnderstoodIsNamedAndNothingIsChanged() {
        assertThatThrownBy(() -> patch("hide axons, make it groovy"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .singleElement()
                                .satisfies(f -> assertThat(f.field()).isEqualTo("make it groovy")));
        assertThatThrownBy(() -> SceneWords.patch(
                        SceneDraft.of("", "a".repeat(64), "b".repeat(64), null, null, 0)
                                .json(),
                        "show the synapses",
                        () -> new double[] {0, 1}))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().fault()).contains("/sources/NAME/synapses"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 300 neurons from a 150 um wide column of rat S1HL, stimulate layer 4 at 50 ms and show me the activity for 200 ms",
                "How thick is each layer of S1HL?",
                "show me the spikes of layer 4",
                "make it 200 um wide",
                "make a movie coloured by layer",
                "Do action potentials climb the apical dendrite?",
                "Zeige mir die Aktivität für 100 ms",
                "yes, run it"
            })
    void whatIsAboutTheTissueIsNoWishAboutTheScene(String words) {
        assertThat(SceneWords.fit(draft.json(), words)).isNotEqualTo(SceneWords.Fit.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"undo", "Undo that.", "annule", "Mach das rückgängig", "deshacer", "undo the scene"})
    void takingBackIsUnderstood(String words) {
        assertThat(SceneWords.undoes(words)).isTrue();
        assertThat(SceneWords.undoesScene(words)).isEqualTo(words.contains("scene"));
    }

    @Test
    void whatWasHiddenIsShownAgain() {
        var patch = patch("hide axons, show axons and hide the clock");
        assertThat(patch.get(1).path("value").size()).isEqualTo(4);
        assertThat(patch.get(2).path("op").asString()).isEqualTo("remove");
    }

    private ArrayNode patch(String words) {
        return SceneWords.patch(draft.sound().json(), words, () -> new double[] {52, 61});
    }

    private ObjectNode after(String words) {
        var scene = draft.sound().json();
        patch(words).forEach(op -> PlanPatch.change(scene, op));
        return scene;
    }
}
