package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecimensTest {
    private static final Neurite NONE = new Neurite(List.of(), 0.2, 1, 1.5, List.of());

    private static Tree unbranched(float tip_um) {
        return new Tree(90, 0, List.of(List.of(tip_um, 0f, 0f, 0f, Float.NaN)));
    }

    private static GrowthParameters of(Neurite basal) {
        return new GrowthParameters("x", 8, NONE, basal, NONE, List.of(), "");
    }

    private static int trees(Morphology cell) {
        int n = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            n += cell.parent(s) == 0 && cell.type(s) == SectionType.BASAL ? 1 : 0;
        }
        return n;
    }

    @Test
    void everyReconstructionsNumberOfTreesIsDealtOnceARound() {
        var trees = new ArrayList<Tree>();
        for (int t = 0; t < 10; t++) {
            trees.add(unbranched(100));
        }
        var specimens = new Specimens(5, of(new Neurite(List.of(1, 2, 3, 4), 0.1, 1, 1.5, trees)), false);
        for (int round = 0; round < 3; round++) {
            var numbers = new ArrayList<Integer>();
            for (int k = 4 * round; k < 4 * round + 4; k++) {
                numbers.add(trees(specimens.grow(k)));
            }
            assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4);
        }
    }
}
