package io.brainwright.placement.model.vessels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.vessels.VesselGraph.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VesselsTest {
    private static final VesselRecipe RECIPE = VesselRecipe.of(RecipeFile.open("rat-vessels"));
    private static final Column COLUMN =
            new Column(CorticalSheet.open("rat-nbs1").region("S1HL"), 200);
    private static final VesselGraph GRAPH = Vessels.grow(COLUMN, RECIPE, 3);
    private static final VesselMeasures MEASURED = VesselMeasures.of(COLUMN, GRAPH, 3);

    @Test
    void aPipeOfTwoConesHasTheVolumeAndWallOfTheirFormulas() {
        var pipe = new VesselGraph(
                List.of(new double[] {0, 0, 0}, new double[] {0, 30, 40}, new double[] {0, 30, 50}),
                List.of(
                        new Segment(0, 1, 4, 4, VesselKind.CAPILLARY, 0, 0),
                        new Segment(1, 2, 4, 8, VesselKind.CAPILLARY, 0, 1)));
        var cylinder = pipe.segments().getFirst();
        var cone = pipe.segments().getLast();
        assertThat(pipe.volume_um3(cylinder)).isCloseTo(Math.PI * 4 * 50, within(1e-9));
        assertThat(pipe.volume_um3(cone)).isCloseTo(Math.PI * 10 / 3 * (4 + 8 + 16), within(1e-9));
        assertThat(pipe.area_um2(cylinder)).isCloseTo(2 * Math.PI * 2 * 50, within(1e-9));
        assertThat(pipe.area_um2(cone)).isCloseTo(Math.PI * (2 + 4) * Math.sqrt(104), within(1e-9));
        assertThat(pipe.degrees()).containsExactly(1, 2, 1);
        assertThat(pipe.components()).isOne();
    }

    /** Against a search along both pieces in small steps. */
    @Test
    void theNearestPlacesOfTwoPiecesAreThoseOfAFineSearch() {
        var draws = Draws.of(1, "test", 0);
        var st = new double[2];
        for (int k = 0; k < 200; k++) {
            var ends = new double[4][3];
            for (var end : ends) {
                for (int axis = 0; axis < 3; axis++) {
                    end[axis] = draws.uniform(0, 20);
                }
            }
            Pieces.nearest(ends[0], ends[1], ends[2], ends[3], st);
            double found =
                    Pieces.distance(Pieces.along(ends[0], ends[1], st[0]), Pieces.along(ends[2], ends[3], st[1]));
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= 200; i++) {
                var p = Pieces.along(ends[0], ends[1], i / 200.0);
                double t = Pieces.nearest(p, ends[2], ends[3]);
                least = Math.min(least, Pieces.distance(p, Pieces.along(ends[2], ends[3], t)));
            }
            assertThat(found).isLessThanOrEqualTo(least + 1e-9).isGreaterThan(least - 0.1);
        }
    }

    @Test
    void theLengthAskedForIsMetAndTheVesselsHangTogether() {
        assertThat(MEASURED.length_m_per_mm3()).isCloseTo(1.0, within(Vessels.NEAR));
        assertThat(MEASURED.components()).isOne();
        assertThat(MEASURED.blindEnds()).isZero();
    }

    /** Each capillary ends at branch points; three vessels meet at most of them. */
    @Test
    void capillariesHaveTheLengthAndWidthOfTheRecipe() {
        assertThat(MEASURED.capillaryLength_um()).isCloseTo(55, within(4.0));
        assertThat(MEASURED.capillaryDiameter_um()).isCloseTo(6.05, within(0.1));
        var degrees = GRAPH.degrees();
        for (int degree : degrees) {
            assertThat(degree).isBetween(1, 3);
        }
    }

    /** Lines thrown at random, of that length in a volume, leave half of the places farther than √(ln 2 / π L). */
    @Test
    void vesselsReachTissueNoWorseThanLinesThrownAtRandom() {
        double random_um = Math.sqrt(Math.log(2) / (Math.PI * MEASURED.length_m_per_mm3() * 1e-3));
        assertThat(MEASURED.medianDistance_um()).isLessThan(1.02 * random_um).isGreaterThan(0.8 * random_um);
    }

    /** Every pair of sections that share no branch point, each against each. */
    @Test
    void noVesselTouchesAnotherButWhereTheyMeet() {
        var meets = new ArrayList<Set<Integer>>();
        for (int section = 0; section < GRAPH.sections(); section++) {
            meets.add(new HashSet<>());
        }
        for (var s : GRAPH.segments()) {
            meets.get(s.section()).addAll(List.of(s.start(), s.end()));
        }
        var st = new double[2];
        double least = Double.POSITIVE_INFINITY;
        for (var a : GRAPH.segments()) {
            for (var b : GRAPH.segments()) {
                if (a.section() < b.section()
                        && java.util.Collections.disjoint(meets.get(a.section()), meets.get(b.section()))) {
                    double[][] ends = {
                        GRAPH.point(a.start()), GRAPH.point(a.end()), GRAPH.point(b.start()), GRAPH.point(b.end())
                    };
                    Pieces.nearest(ends[0], ends[1], ends[2], ends[3], st);
                    double centres_um = Pieces.distance(
                            Pieces.along(ends[0], ends[1], st[0]), Pieces.along(ends[2], ends[3], st[1]));
                    least = Math.min(least, centres_um - a.radius_um() - b.radius_um());
                }
            }
        }
        assertThat(least).isGreaterThanOrEqualTo(Sections.GAP_um - 1e-9);
        assertThat(MEASURED.tightest_um()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void trunksStandOnThePiaAndNothingLeavesTheColumn() {
        var sheet = COLUMN.region().sheet();
        double deepest_um = 0;
        int feet = 0;
        var degrees = GRAPH.degrees();
        var axis = new double[3];
        COLUMN.region().axis(axis);
        for (int i = 0; i < GRAPH.points(); i++) {
            var p = GRAPH.point(i);
            double depth_um = sheet.depth_um(p[0], p[1], p[2]);
            double along = p[0] * axis[0] + (p[1] + sheet.radius_um()) * axis[1] + p[2] * axis[2];
            double r2 = p[0] * p[0] + (p[1] + sheet.radius_um()) * (p[1] + sheet.radius_um()) + p[2] * p[2];
            deepest_um = Math.max(deepest_um, depth_um);
            feet += degrees[i] == 1 ? 1 : 0;
            assertThat(depth_um).isBetween(-1e-6, 2082.0);
            assertThat(Math.sqrt(Math.max(0, r2 - along * along))).isLessThanOrEqualTo(100 + 1e-6);
        }
        assertThat(deepest_um).isGreaterThan(2040);
        assertThat(feet).isEqualTo(2); // 28.9 and 4.1 on 0.0314 mm2: one of each
    }

    @Test
    void theSameSeedGivesTheSameVesselsAndAnotherSeedOthers() {
        var again = Vessels.grow(COLUMN, RECIPE, 3);
        assertThat(again.segments()).isEqualTo(GRAPH.segments());
        for (int i = 0; i < GRAPH.points(); i++) {
            assertThat(again.point(i)).isEqualTo(GRAPH.point(i));
        }
        assertThat(Vessels.grow(COLUMN, RECIPE, 4).point(5)).isNotEqualTo(GRAPH.point(5));
    }

    @Test
    void aColumnWithoutRoomForAVenuleIsRefused() {
        var narrow = new Column(COLUMN.region(), 60);
        assertThatThrownBy(() -> Vessels.grow(narrow, RECIPE, 1)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo("COLUMN_TOO_NARROW_FOR_VESSELS");
            assertThat(p.faults())
                    .singleElement()
                    .satisfies(f -> assertThat(f.field()).isEqualTo("shape.width_um"));
        });
    }
}
