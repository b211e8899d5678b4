package io.brainwright.neuro.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecipeFileTest {
    @Test
    void everyNumberCarriesItsSourceAndItsTags() {
        var recipe = read("""
                sources: {M15: 'Markram et al. 2015'}
                layers:
                  thickness: {value: {1: 165, 4: 190}, unit: um, source: 'M15 (table 1)', generalised: [adult to juvenile]}
                  count: {value: 6, source: 'chosen: as drawn', sd: 0.5}
                """);
        var thickness = recipe.value("layers.thickness.4");
        assertThat(thickness.value()).isEqualTo(190);
        assertThat(thickness.unit()).isEqualTo("um");
        assertThat(thickness.source()).isEqualTo("Markram et al. 2015 (table 1)");
        assertThat(thickness.generalised()).containsExactly("adult to juvenile");
        assertThat(recipe.value("layers.count").sd()).isEqualTo(0.5);
        assertThat(recipe.values()).hasSize(3);
    }

    @Test
    void aSourceThatNobodyExplainsIsRefused() {
        assertThatThrownBy(() -> read("a: {value: 1, source: X99}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("X99");
    }

    private static RecipeFile read(String yaml) {
        return RecipeFile.read("test", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytesThatAreNoTextAreAProblem() {
        var bytes = new ByteArrayInputStream(new byte[] {'a', ':', ' ', (byte) 0xc0, (byte) 0x80, '\n'});
        assertThatThrownBy(() -> RecipeFile.read("own", bytes))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("own");
    }
}
