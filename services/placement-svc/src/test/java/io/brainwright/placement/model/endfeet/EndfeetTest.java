package io.brainwright.placement.model.endfeet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.domains.AstrocyteDomains;
import io.brainwright.placement.model.domains.DomainIndex;
import io.brainwright.placement.model.domains.Polyhedron;
import io.brainwright.placement.model.domains.Polyhedron.HalfSpace;
import io.brainwright.placement.model.vessels.VesselGraph;
import io.brainwright.placement.model.vessels.VesselGraph.Segment;
import io.brainwright.placement.model.vessels.VesselKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndfeetTest {
    private static final EndfootRecipe RECIPE = EndfootRecipe.of(RecipeFile.open("rat-vessels"));

    /** Straight capillaries of 4 um along x, at heights y. */
    private static VesselGraph pipes(double length_um, double... heights) {
        var points = new ArrayList<double[]>();
        var segments = new ArrayList<Segment>();
        for (double y : heights) {
            int at = points.size();
            int parts = 5;
            for (int k = 0; k <= parts; k++) {
                points.add(new double[] {-length_um / 2 + k * length_um / parts, y, 0});
            }
            for (int k = 0; k < parts; k++) {
                segments.add(new Segment(at + k, at + k + 1, 4, 4, VesselKind.CAPILLARY, at / 6, k));
            }
        }
        return new VesselGraph(points, segments);
    }

    private static AstrocyteDomains cube(double half_um, double[]... somata) {
        var border = new ArrayList<HalfSpace>();
        for (int side = -1; side <= 1; side += 2) {
            border.add(new HalfSpace(side, 0, 0, half_um));
            border.add(new HalfSpace(0, side, 0, half_um));
            border.add(new HalfSpace(0, 0, side, half_um));
        }
        var radii = IntStream.range(0, somata.length).mapToDouble(_ -> 5).toArray();
        return new AstrocyteDomains(somata, radii, Polyhedron.cube(new double[3], half_um), border, 0);
    }

    /** Two pipes 10 um above and 15 um below a soma: a foot on each, nearest first, whatever more was drawn along them at 60 degrees. */
    @Test
    void feetStandOnTheNearestPlacesInDifferentDirections() {
        var domains = cube(40, new double[3]);
        List<Endfoot> feet = List.of();
        for (long id = 0; feet.size() < 2; id++) {
            feet = Endfeet.grow(domains, new double[1][3], new long[] {id}, pipes(80, 10, -15), RECIPE, 1);
        }
        var up = feet.get(0).surface();
        var down = feet.get(1).surface();
        assertThat(up[1]).isCloseTo(8, within(0.5));
        assertThat(Math.abs(up[0])).isLessThan(3); // sites are 5.9 um apart
        assertThat(down[1]).isCloseTo(-13, within(0.7));
        assertThat(Math.abs(down[0])).isLessThan(3);
        assertThat(feet).allMatch(Endfoot::inDomain);
    }

    /** An area of 2πr l covers the length l of a pipe. */
    @Test
    void aFootAloneCoversTheAreaThatWasDrawn() {
        var feet = Endfeet.grow(cube(40, new double[3]), new double[1][3], new long[] {4}, pipes(400, 10), RECIPE, 1);
        for (var foot : feet) {
            assertThat(foot.area_um2()).isCloseTo(foot.wanted_um2(), within(1e-9));
            assertThat(foot.length_um()).isCloseTo(foot.wanted_um2() / (Math.PI * 4), within(1e-9));
        }
    }

    /** A pipe of 100 um has 400π um2 of wall: many feet share it and none is covered twice. */
    @Test
    void feetThatMeetCoverTheWallOnce() {
        var somata = new double[30][];
        var ids = new long[30];
        for (int i = 0; i < 30; i++) {
            somata[i] = new double[] {-48 + 3.3 * i, 0, i % 2 == 0 ? 6 : -6};
            ids[i] = i;
        }
        var feet = Endfeet.grow(cube(60, somata), somata, ids, pipes(100, 10), RECIPE, 1);
        double wanted_um2 = feet.stream().mapToDouble(Endfoot::wanted_um2).sum();
        double covered_um2 = feet.stream().mapToDouble(Endfoot::area_um2).sum();
        assertThat(wanted_um2).isGreaterThan(2 * Math.PI * 400);
        assertThat(covered_um2).isLessThanOrEqualTo(Math.PI * 400 + 1e-6).isGreaterThan(0.97 * Math.PI * 400);
        assertThat(feet).allMatch(f -> f.area_um2() <= f.wanted_um2() + 1e-9);
    }

    @Test
    void anAstrocyteWithoutAVesselInItsDomainReachesForTheNearest() {
        var feet = Endfeet.grow(cube(20, new double[3]), new double[1][3], new long[] {0}, pipes(80, 35), RECIPE, 1);
        assertThat(feet).singleElement().satisfies(f -> {
            assertThat(f.inDomain()).isFalse();
            assertThat(f.surface()[1]).isCloseTo(33, within(0.1));
            assertThat(f.reach_um()).isCloseTo(33, within(0.2));
        });
    }

    /** The mean of a normal of 2 ± 2, rounded and kept in 1..5: 2.44. */
    @Test
    void theNumberOfFeetIsThatOfTheTruncatedNormal() {
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            int n = RECIPE.count(Draws.of(1, "test", i));
            assertThat(n).isBetween(1, 5);
            sum += n;
        }
        double weight = 0;
        double mean = 0;
        for (double x = 0.5005; x < 5.5; x += 0.001) {
            double p = Math.exp(-(x - 2) * (x - 2) / 8);
            weight += p;
            mean += Math.round(x) * p;
        }
        assertThat(sum / 20_000).isCloseTo(mean / weight, within(0.03));
    }

    @Test
    void theIndexFindsTheDomainsThatHoldAPlace() {
        var draws = Draws.of(2, "test", 0);
        var somata = new double[60][3];
        for (var soma : somata) {
            for (int k = 0; k < 3; k++) {
                soma[k] = draws.uniform(-80, 80);
            }
        }
        var domains = cube(100, somata);
        var index = new DomainIndex(domains);
        for (int i = 0; i < 2000; i++) {
            double x = draws.uniform(-110, 110);
            double y = draws.uniform(-110, 110);
            double z = draws.uniform(-110, 110);
            int[] wanted = IntStream.range(0, 60)
                    .filter(d -> domains.domain(d).holds(x, y, z))
                    .toArray();
            assertThat(index.holding(x, y, z)).isEqualTo(wanted);
        }
    }
}
