package io.brainwright.agents.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;

class SceneWordsTest {
    private final SceneDraft draft = SceneDraft.of("", "a".repeat(64), "b".repeat(64), null, "c".repeat(64), 100);

    @Test
    void fourWishesInOneSentenceBecomeOnePatch() {
        var patch = SceneWords.patch(
                draft.json(),
                "Colour by layer, hide axons, slow down to 1000x while the spike climbs the apical dendrite, orbit once",
                52,
                61);
        assertThat(patch.get(0).path("path").asString()).isEqualTo("/layers/0/color");
        assertThat(patch.get(0).path("value").path("column").asString()).isEqualTo("layer");
        assertThat(patch.get(1).path("value").toString()).isEqualTo("[\"soma\",\"basal\",\"apical\"]");
        var time = patch.get(2).path("value");
        assertThat(time.path("warp").get(0).path("at").asString()).isEqualTo("52.0 ms");
        assertThat(time.path("warp").get(0).path("slowdown").asDouble()).isEqualTo(1000);
        assertThat(time.path("warp").get(1).path("slowdown").asDouble()).isEqualTo(80);
        var keys = patch.get(3).path("value").path("keys");
        assertThat(keys.get(1).path("orbit").path("azimuth").asDouble()).isEqualTo(360);
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> SceneWords.patch(draft.json(), "hide axons, make it groovy", 0, 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .singleElement()
                                .satisfies(f -> assertThat(f.field()).isEqualTo("make it groovy")));
    }

    @Test
    void whatWasHiddenIsShownAgain() {
        var patch = SceneWords.patch(draft.json(), "hide axons, show axons and hide the clock", 0, 1);
        assertThat(patch.get(1).path("value").size()).isEqualTo(4);
        assertThat(patch.get(2).path("op").asString()).isEqualTo("remove");
    }
}
