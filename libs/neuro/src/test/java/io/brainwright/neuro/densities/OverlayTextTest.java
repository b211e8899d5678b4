package io.brainwright.neuro.densities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.OwnNumber;
import io.brainwright.neuro.recipe.RecipeFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTextTest {
    @Test
    void theValuesBuildTheTransplantedCompositionAndEachSaysFromWhereToWhere() {
        var recipe = CorticalRecipe.open("rat-nbs1");
        var lent = RecipeStrata.of(recipe);
        var layers = new LinkedHashMap<String, Recipient.Known>();
        lent.forEach(s -> layers.put(
                s.name(),
                new Recipient.Known(
                        s.name().equals("4") ? 150 : s.thickness_um(),
                        s.name().equals("4") ? Map.of("INH", 12_000.0) : Map.of(),
                        Map.of())));
        var moved = Transplant.of("S1HL", lent, new Recipient("S1Tr", layers));
        var file = RecipeFile.read(
                "own", new ByteArrayInputStream(OverlayText.of(moved, lent).getBytes(StandardCharsets.UTF_8)));

        assertThat(file.values())
                .extracting(v -> v.path())
                .containsExactly("layers.4.thickness_um", "layers.4.neurons_per_mm3", "layers.4.inhibitory_fraction");
        assertThat(file.value("layers.4.neurons_per_mm3").generalised()).containsExactly("S1HL to S1Tr");
        assertThat(file.value("layers.4.thickness_um").generalised()).isEmpty();
        var built = recipe.with(file.values().stream()
                .map(v -> new OwnNumber(v.path(), v.value()))
                .toList());
        for (var type : moved.strata().get(3).densities()) {
            assertThat(built.mtype(type.name()).density_per_mm3(4))
                    .as(type.name())
                    .isCloseTo(type.density_per_mm3(), within(1e-6));
        }
        assertThat(built.layer(4).thickness_um()).isEqualTo(150);
    }
}
