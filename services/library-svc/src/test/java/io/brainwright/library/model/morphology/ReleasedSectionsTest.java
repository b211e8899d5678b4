package io.brainwright.library.model.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedSectionsTest {
    /** Along x: section 1 from 10 to 20 um, 2 from 20 to 50 um (single child, of another type), then the fork 3 and 4. */
    private static final Morphology SINGLE_CHILD = new Morphology(
            new float[] {0, 10, 20, 20, 30, 50, 50, 60, 50, 70},
            new float[10],
            new float[10],
            new float[] {10, 2, 2, 1, 1, 1, 1, 1, 1, 1},
            new int[] {-1, 0, 1, 2, 2},
            new byte[] {1, 3, 4, 4, 4},
            new int[] {0, 1, 3, 6, 8, 10});

    /** Breadth-first: two trees on the soma, the first of which forks into sections 3 and 4. */
    private static final Morphology BREADTH_FIRST = new Morphology(
            new float[] {0, 1, 2, -1, -2, 2, 3, 2, 4},
            new float[9],
            new float[9],
            new float[] {2, 1, 1, 1, 1, 1, 1, 1, 1},
            new int[] {-1, 0, 0, 1, 1},
            new byte[] {1, 3, 3, 3, 3},
            new int[] {0, 1, 3, 5, 7, 9});

    @Test
    void aSingleChildIsJoinedAndPlacesOnItStayWhereTheyWere() {
        var sections = ReleasedSections.of(SINGLE_CHILD);
        assertThat(sections.isUnchanged()).isFalse();
        assertThat(sections.joined()).isEqualTo(1);
        assertThat(new int[] {sections.section(1), sections.section(2), sections.section(3), sections.section(4)})
                .containsExactly(1, 1, 2, 3);
        assertThat(sections.segment(2, 1)).isEqualTo(2);
        assertThat(sections.position(1, 0.5)).isEqualTo(5.0 / 40, within(1e-12));
        assertThat(sections.position(2, 0.5)).isEqualTo(25.0 / 40, within(1e-12));
        assertThat(sections.type(2)).isEqualTo(3);
        assertThat(sections.section(5)).as("the axon's stub").isEqualTo(4);
    }

    @Test
    void theJoinedCellKeepsItsLengthAndIsReadBackAsItIs(@TempDir Path folder) {
        var joined = ReleasedSections.of(SINGLE_CHILD).morphology();
        assertThat(joined.sectionCount()).isEqualTo(4);
        assertThat(joined.length_um(1)).isEqualTo(40);
        assertThat(joined.end(1) - joined.begin(1)).isEqualTo(4);
        SwcMorphology.write(joined, folder.resolve("a.swc"));
        var read = SwcMorphology.read(folder.resolve("a.swc"));
        assertThat(read.sectionCount()).isEqualTo(4);
        assertThat(read.parent(3)).isEqualTo(1);
        assertThat(read.length_um(3)).isEqualTo(20);
    }

    @Test
    void sectionsInAnotherOrderAreNumberedDepthFirst() {
        var sections = ReleasedSections.of(BREADTH_FIRST);
        assertThat(new int[] {sections.section(1), sections.section(2), sections.section(3), sections.section(4)})
                .containsExactly(1, 4, 2, 3);
        assertThat(sections.joined()).isZero();
        assertThat(sections.position(3, 0.25)).isEqualTo(0.25);
        var ordered = sections.morphology();
        assertThat(ordered.parent(2)).isEqualTo(1);
        assertThat(ordered.parent(4)).isZero();
        assertThat(ordered.x(ordered.end(4) - 1)).isEqualTo(-2);
    }

    @Test
    void whatIsInOrderIsLeftAlone() {
        var cell = ReleasedSections.of(SINGLE_CHILD).morphology();
        var again = ReleasedSections.of(cell);
        assertThat(again.isUnchanged()).isTrue();
        assertThat(again.morphology()).isSameAs(cell);
    }
}
