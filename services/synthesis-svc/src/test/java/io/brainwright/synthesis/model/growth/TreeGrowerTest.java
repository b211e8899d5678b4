package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.topology.Barcode;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {
    private static final double BLUR_UM = 10; // ten blur lengths: exp(-10) = 5e-5 per step
    private static final double THINNED = 0.06; // points left away within 0.3 um of the line shorten a wiggling path

    @Test
    void aGrownTreeHasTheBarcodeThatWasAskedForWithinTheBlur() {
        var catalogue = new GrowthCatalogue();
        var basal = catalogue.parameters(catalogue.rule("L5_TPC:A")).basal();
        for (int t = 0; t < basal.trees().size(); t++) {
            var tree = basal.trees().get(t);
            var buffer = new GrowthBuffer(8);
            new TreeGrower(buffer, Draws.of(1, "test", t), 5000, 10000, 8).grow(basal, tree, SectionType.BASAL, 1, 0);
            var code = Barcode.ofPath(buffer.morphology(), 1);
            assertThat(code.size()).isEqualTo(tree.bars().size());
            double[] grown = new double[code.size()];
            Arrays.setAll(grown, code::tip_um);
            double[] asked = tree.bars().stream().mapToDouble(b -> b.get(0)).toArray();
            Arrays.sort(grown);
            Arrays.sort(asked);
            for (int b = 0; b < asked.length; b++) {
                assertThat(grown[b]).isCloseTo(asked[b], within(BLUR_UM + THINNED * asked[b]));
            }
        }
    }

    @Test
    void everyBarPartsFromOneThatOutlivesIt() {
        var catalogue = new GrowthCatalogue();
        var basal = catalogue.parameters(catalogue.rule("L5_TPC:A")).basal();
        var one = Draws.of(1, "test", 1);
        var hosts = BarHosts.draw(basal.trees().getFirst().bars(), one);
        var bars = basal.trees().getFirst().bars();
        for (int b = 1; b < hosts.length; b++) {
            assertThat(bars.get(hosts[b]).get(0))
                    .isGreaterThanOrEqualTo(bars.get(b).get(0));
        }
    }
}
