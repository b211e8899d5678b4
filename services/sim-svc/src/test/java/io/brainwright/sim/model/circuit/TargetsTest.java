package io.brainwright.sim.model.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final List<PlacedCell> CELLS = cells();

    @Test
    void anEmptySelectionMeansEveryCell() {
        assertThat(select(of(Set.of(), "", 0), 1)).hasSize(40);
    }

    @Test
    void conditionsHoldTogether() {
        assertThat(select(of(Set.of(4), "INH", 0), 1))
                .hasSize(10)
                .allMatch(i -> CELLS.get(i).layer() == 4);
    }

    @Test
    void aCountTakesThatManyTheSameForTheSameSeedAndOthersForAnother() {
        var some = select(of(Set.of(), "", 7), 1);
        assertThat(some).hasSize(7).isSorted().isEqualTo(select(of(Set.of(), "", 7), 1));
        assertThat(select(of(Set.of(), "", 7), 2)).isNotEqualTo(some);
    }

    @Test
    void aSmallerCountTakesAPartOfALargerOne() {
        assertThat(select(of(Set.of(), "", 9), 1)).containsAll(select(of(Set.of(), "", 4), 1));
    }

    @Test
    void aCountAboveWhatThereIsTakesAll() {
        assertThat(select(of(Set.of(5), "", 99), 1)).hasSize(20);
    }

    @Test
    void aSelectionOfNobodySaysWhatExists() {
        assertThatThrownBy(() -> select(of(Set.of(2), "", 0), 1)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(Kind.INVALID);
            assertThat(p.faults().getFirst().field()).isEqualTo("stimuli[0].target");
            assertThat(p.faults().getFirst().fault()).contains("layers [4, 5]").contains("cADpyr");
        });
    }

    private static List<Integer> select(CellSelection selection, long seed) {
        return java.util.Arrays.stream(Targets.select(CELLS, selection, seed, "stimuli[0].target"))
                .boxed()
                .toList();
    }

    private static CellSelection of(Set<Integer> layers, String synapseClass, long count) {
        return new CellSelection(layers, Set.of(), Set.of(), synapseClass, Set.of(), count);
    }

    private static List<PlacedCell> cells() {
        var cells = new ArrayList<PlacedCell>();
        for (int i = 0; i < 10; i++) {
            cells.add(Cells.pyramid(4 * i, 4));
            cells.add(Cells.basket(4 * i + 1, 4));
            cells.add(Cells.pyramid(4 * i + 2, 5));
            cells.add(Cells.basket(4 * i + 3, 5));
        }
        return cells;
    }
}
