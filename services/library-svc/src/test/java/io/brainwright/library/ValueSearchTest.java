package io.brainwright.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.library.model.search.ValueSearch;
import org.junit.jupiter.api.Test;

class ValueSearchTest {
    private final ValueSearch search = new ValueSearch(ShippedRecipes.all());

    @Test
    void densitiesOfLayerFourAreFoundHoweverTheLayerIsSpelled() {
        var found = search.find("L4 density");
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().value().path()).contains("density");
        assertThat(found).isEqualTo(search.find("DENSITY layer4"));
        assertThat(search.find("layer 4 thickness").getFirst().value().path()).isEqualTo("layers.4.thickness_um");
    }

    @Test
    void allWordsMustMatch() {
        assertThat(search.find("density xylophone")).isEmpty();
    }
}
