package io.brainwright.neuro.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewFactTest {
    @Test
    void aFactIsReadWithEitherSign() {
        assertThat(NewFact.read("SSp VIP+ = 2300 +- 200")).isEqualTo(new NewFact("SSp VIP+", 2300, 200));
        assertThat(NewFact.read("area=2.5e1±0.5")).isEqualTo(new NewFact("area", 25, 0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSp VIP+",
                "SSp VIP+ = 2300",
                "a = 0 +- 1",
                "a = 5 +- 0",
                "a = -3 +- 1",
                "a = 1e +- 2",
                "a = 1e999 +- 1"
            })
    void anythingElseIsToldWithTheFormThatIsRight(String text) {
        assertThatThrownBy(() -> NewFact.read(text)).isInstanceOf(Problem.class).hasMessageContaining("is no fact");
    }

    @Test
    void aQuantityThatTheRecipeLacksIsNamed() {
        assertThatThrownBy(() -> NewFact.read("SSq VIP+ = 2300 +- 200").in(RecipeWebs.open("mouse-ccf")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("SSq VIP+");
    }
}
