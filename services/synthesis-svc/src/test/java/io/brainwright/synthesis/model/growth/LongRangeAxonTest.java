package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.projection.TractCost;
import io.brainwright.testkit.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongRangeAxonTest {
    private static final int LAYER_5 = 5;
    private static final double PIECE_UM = 200;
    private static final double LONG_UM = 2000;

    private final CorticalSheet sheet = CorticalSheet.open("rat-nbs1");
    private final SheetRegion home = sheet.region("S1HL");
    private final GrowthCatalogue catalogue = new GrowthCatalogue();
    private final LongRangeAxon axons = new LongRangeAxon(sheet);

    private record Grown(CellFrame frame, Morphology local, Morphology cell) {}

    private CellFrame frame(long id) {
        double[] at = new double[3];
        double[] up = new double[3];
        var draws = Draws.of(5, "test.place", id);
        home.draw(LAYER_5, 20, draws, at);
        sheet.direction(at[0], at[1], at[2], up);
        var turn = Quaternion.yTo(up[0], up[1], up[2]).times(Quaternion.aboutY(draws.uniform(0, 6)));
        return new CellFrame(at[0], at[1], at[2], turn);
    }

    private Grown grow(long id, String mtype, boolean withAxon, int tufts, String... targets) {
        var frame = frame(id);
        var rule = catalogue.rule(mtype);
        var parameters = catalogue.parameters(rule);
        double depth_um = sheet.depth_um(frame.x(), frame.y(), frame.z());
        var tissue = CorticalLayers.RAT_S1.tissue(depth_um, rule.grown_from());
        var local = CellGrower.grow(3, id, rule, parameters, tissue, withAxon);
        var regions = List.of(targets).stream().map(sheet::region).toList();
        return new Grown(frame, local, axons.extend(3, id, local, frame, home, regions, tufts, parameters.axon()));
    }

    /** Places in the atlas of all points from the given sections on. */
    private static List<double[]> places(Grown grown, int section) {
        var places = new ArrayList<double[]>();
        var cell = grown.cell();
        for (int p = cell.begin(section); p < cell.end(section); p++) {
            var at = new double[3];
            grown.frame().toAtlas(new double[] {cell.x(p), cell.y(p), cell.z(p)}, at);
            places.add(at);
        }
        return places;
    }

    private boolean inLocal(Grown grown, int section) {
        var local = grown.local();
        var cell = grown.cell();
        for (int s = 1; s < local.sectionCount(); s++) {
            if (local.x(local.end(s) - 1) == cell.x(cell.end(section) - 1)
                    && local.z(local.end(s) - 1) == cell.z(cell.end(section) - 1)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyTipOfTheNewAxonLiesInATargetRegionAndEachTargetHasSome() {
        for (long id = 0; id < 20; id++) {
            var grown = grow(id, "L5_TPC:A", true, 2, "S1FL", "S1Tr");
            int[] tips = new int[2];
            for (int s = 1; s < grown.cell().sectionCount(); s++) {
                if (grown.cell().type(s) == SectionType.AXON
                        && grown.cell().children(s).length == 0
                        && !inLocal(grown, s)) {
                    double[] at = places(grown, s).getLast();
                    boolean limb = sheet.region("S1FL").contains(at[0], at[1], at[2]);
                    boolean trunk = sheet.region("S1Tr").contains(at[0], at[1], at[2]);
                    assertThat(limb || trunk).as("tip of cell %d", id).isTrue();
                    tips[limb ? 0 : 1]++;
                }
            }
            assertThat(tips[0]).isPositive();
            assertThat(tips[1]).isPositive();
        }
    }

    @Test
    void noPointOfTheNewAxonLiesAboveThePiaAndTheWayBetweenRegionsRunsInTheTract() {
        var tract = new TractCost(sheet);
        double inTract_um = 0;
        double between_um = 0;
        for (long id = 0; id < 20; id++) {
            var grown = grow(id, "L5_TPC:B", true, 1, "S1J");
            for (int s = 1; s < grown.cell().sectionCount(); s++) {
                if (grown.cell().type(s) != SectionType.AXON || inLocal(grown, s)) {
                    continue;
                }
                var places = places(grown, s);
                for (int p = 1; p < places.size(); p++) {
                    double[] at = places.get(p);
                    assertThat(sheet.depth_um(at[0], at[1], at[2])).isGreaterThan(0);
                    boolean onTheWay = !home.contains(at[0], at[1], at[2])
                            && !sheet.region("S1J").contains(at[0], at[1], at[2])
                            && sheet.subregionAt(at[0], at[1], at[2]) % 4 != 0
                            && sheet.subregionAt(at[0], at[1], at[2]) % 4 != 3;
                    double length = Math.sqrt(square(at, places.get(p - 1)));
                    between_um += onTheWay ? length : 0;
                    inTract_um += onTheWay && tract.inTract(at) ? length : 0;
                }
            }
        }
        assertThat(inTract_um / between_um).isGreaterThan(0.95);
    }

    @Test
    void theLocalAxonAndTheDendritesStayWhereTheyAre() {
        var grown = grow(4, "L5_TPC:A", true, 1, "S1FL");
        var local = grown.local();
        var cell = grown.cell();
        int p = 0;
        for (int q = 0; q < local.pointCount(); q++) {
            while (cell.x(p) != local.x(q) || cell.y(p) != local.y(q) || cell.z(p) != local.z(q)) {
                p++;
            }
            p++;
        }
        assertThat(p).isLessThanOrEqualTo(cell.pointCount());
    }

    @Test
    void sectionsBeginWhereTheirParentsEndAndForkInTwoOrMore() {
        for (boolean withAxon : new boolean[] {true, false}) {
            var cell = grow(7, "L5_TPC:C", withAxon, 2, "S1FL", "S1J").cell();
            for (int s = 1; s < cell.sectionCount(); s++) {
                int parent = cell.parent(s);
                assertThat(parent).isLessThan(s);
                assertThat(cell.type(s)).isGreaterThanOrEqualTo(cell.type(s - 1));
                assertThat(cell.children(s).length).as("children of %d", s).isNotEqualTo(1);
                assertThat(cell.end(s) - cell.begin(s)).isGreaterThan(1);
                if (parent > 0) {
                    assertThat(cell.x(cell.begin(s))).isEqualTo(cell.x(cell.end(parent) - 1));
                    assertThat(cell.y(cell.begin(s))).isEqualTo(cell.y(cell.end(parent) - 1));
                    assertThat(cell.z(cell.begin(s))).isEqualTo(cell.z(cell.end(parent) - 1));
                }
            }
        }
    }

    @Test
    void aCellWithoutLocalAxonSendsOneFromItsSoma() {
        var grown = grow(2, "L6_TPC:A", false, 1, "S1FL");
        long roots = 0;
        for (int s : grown.cell().children(0)) {
            roots += grown.cell().type(s) == SectionType.AXON ? 1 : 0;
        }
        assertThat(roots).isEqualTo(1);
        assertThat(grown.cell().y(grown.cell().begin(1))).isNegative();
    }

    @Test
    void diametersOfTheWholeAxonFollowFromItsTips() {
        var grown = grow(1, "L5_TPC:A", true, 2, "S1FL");
        var cell = grown.cell();
        var axon = catalogue.parameters(catalogue.rule("L5_TPC:A")).axon();
        for (int s = 1; s < cell.sectionCount() && cell.type(s) == SectionType.AXON; s++) {
            double sum = 0;
            for (int child : cell.children(s)) {
                sum += Math.pow(cell.diameter(cell.end(child) - 1), axon.rall());
            }
            double d = cell.diameter(cell.end(s) - 1);
            assertThat(Math.pow(d, axon.rall()))
                    .isCloseTo(
                            sum == 0 ? Math.pow(axon.terminal_um(), axon.rall()) : sum,
                            org.assertj.core.api.Assertions.withinPercentage(0.01));
        }
    }

    /** Path over chord of pieces of 200 um: between the least and the largest of four reconstructed axons of mice. */
    @Test
    void theWayWindsAsReconstructedLongRangeAxonsDo() {
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (var name : List.of("172992", "172993", "172994", "172998")) {
            double winds =
                    winding(List.of(H5Morphology.read(Reference.path("anatomy/morphologies/" + name + ".h5"))), 0);
            least = Math.min(least, winds);
            largest = Math.max(largest, winds);
        }
        var grown = new ArrayList<Morphology>();
        for (long id = 0; id < 20; id++) {
            grown.add(grow(id, "L5_TPC:A", true, 1, "S1J").cell());
        }
        double winds = winding(grown, LONG_UM);
        assertThat(winds).isBetween(least - 0.02, largest + 0.02);
    }

    /** Mean over all whole pieces of axon sections that are longer than some length: those of tracts. */
    private static double winding(List<Morphology> cells, double longer_um) {
        double sum = 0;
        int n = 0;
        for (var cell : cells) {
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.type(s) != SectionType.AXON || cell.length_um(s) < longer_um) {
                    continue;
                }
                int from = cell.begin(s);
                double along = 0;
                for (int p = from; p < cell.end(s) - 1; p++) {
                    along += cell.segmentLength_um(p);
                    if (along >= PIECE_UM && along < 1.5 * PIECE_UM) {
                        sum += along / Math.sqrt(square(at(cell, from), at(cell, p + 1)));
                        n++;
                    }
                    from = along >= PIECE_UM ? p + 1 : from;
                    along = along >= PIECE_UM ? 0 : along;
                }
            }
        }
        return sum / n;
    }

    private static double[] at(Morphology cell, int p) {
        return new double[] {cell.x(p), cell.y(p), cell.z(p)};
    }

    private static double square(double[] a, double[] b) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double dz = a[2] - b[2];
        return dx * dx + dy * dy + dz * dz;
    }
}
