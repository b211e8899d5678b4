package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.parameters.MtypeRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowcaseTest {
    private final GrowthCatalogue catalogue = new GrowthCatalogue();
    private final Showcase showcase = new Showcase(catalogue, CorticalLayers.RAT_S1, 3);

    @Test
    void aCellStandsInItsHomeLayerAndIsTheSameWhateverElseIsShown() {
        var cell = showcase.cells("L5_TPC:A", 1).getFirst();
        assertThat(cell.depth_um()).isEqualTo(165.0 + 149 + 353 + 190 + 525.0 / 2);
        var third = showcase.cells("L5_TPC:A", 3).get(2).shape();
        assertThat(third.pointCount()).isNotEqualTo(cell.shape().pointCount());
        var again = new Showcase(catalogue, CorticalLayers.RAT_S1, 3)
                .cells("L5_TPC:A", 3)
                .getFirst()
                .shape();
        for (int p = 0; p < again.pointCount(); p++) {
            assertThat(again.y(p)).isEqualTo(cell.shape().y(p));
        }
    }

    @Test
    void whatGrewFromAnotherTypesReconstructionsIsMarked() {
        assertThat(showcase.cells("L23_BP", 1).getFirst().generalised()).isTrue();
        assertThat(showcase.cells("L23_MC", 1).getFirst().generalised()).isFalse();
    }

    @Test
    void everyTypeStandsInTheGroupOfItsLayer() {
        var all = catalogue.rules().stream().map(MtypeRule::mtype).toList();
        var groups = Showcase.byLayer(all);
        assertThat(groups).extracting(List::size).containsExactly(6, 14, 12, 13, 15);
        assertThat(groups.get(1)).allMatch(m -> m.matches("L(2|3|23)_.*"));
    }
}
