package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.atlas.fields.FieldFolder;
import io.brainwright.neuro.atlas.nrrd.NrrdHeader;
import io.brainwright.neuro.atlas.nrrd.NrrdType;
import io.brainwright.neuro.atlas.nrrd.NrrdWriter;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ball of cortex about the origin, 2000 um thick all the way: more curved than any rat's, so that a flat pia would not do. */
class FieldPiaTest {
    private static final double RADIUS_UM = 2500;
    private static final double THICK_UM = 2000;
    private static final double VOXEL_UM = 100;
    private static final int SIDE = 60;
    private static final double[] TOPS = {2000, 1835, 1686, 1333, 1143, 618, 0};

    @TempDir
    private Path folder;

    @BeforeEach
    void fields() {
        write("pia_distance", 1, (p, row) -> row[0] = RADIUS_UM - Turns.norm(p));
        write("depth", 1, (p, row) -> row[0] = inside(p) ? RADIUS_UM - Turns.norm(p) : Double.NaN);
        write("[PH]y", 1, (p, row) -> row[0] = inside(p) ? Turns.norm(p) - RADIUS_UM + THICK_UM : Double.NaN);
        write("orientation", 4, (p, row) -> {
            double r = Turns.norm(p);
            var q = Quaternion.yTo(p[0] / r, p[1] / r, p[2] / r);
            row[0] = inside(p) ? q.w() : Double.NaN;
            row[1] = q.x();
            row[2] = q.y();
            row[3] = q.z();
        });
        for (int layer = 1; layer <= 6; layer++) {
            int l = layer;
            write("[PH]" + layer, 2, (p, row) -> {
                row[0] = inside(p) ? TOPS[l] : Double.NaN;
                row[1] = inside(p) ? TOPS[l - 1] : Double.NaN;
            });
        }
    }

    private static boolean inside(double[] p) {
        double r = Turns.norm(p);
        return r < RADIUS_UM && r > RADIUS_UM - THICK_UM;
    }

    private void write(String name, int components, BiConsumer<double[], double[]> source) {
        int[] sizes = {SIDE, SIDE, SIDE};
        double[] spacing_um = {VOXEL_UM, VOXEL_UM, VOXEL_UM};
        double half_um = SIDE * VOXEL_UM / 2;
        var header = new NrrdHeader(
                NrrdType.FLOAT, components, sizes, spacing_um, new double[] {-half_um, -half_um, -half_um}, true, true);
        var row = new double[components];
        try (var writer = new NrrdWriter(folder.resolve(name + ".nrrd"), header)) {
            for (int v = 0; v < SIDE * SIDE * SIDE; v++) {
                double[] p = {
                    (v % SIDE + 0.5) * VOXEL_UM - half_um,
                    (v / SIDE % SIDE + 0.5) * VOXEL_UM - half_um,
                    (v / SIDE / SIDE + 0.5) * VOXEL_UM - half_um
                };
                source.accept(p, row);
                for (double value : row) {
                    writer.next(value);
                }
            }
        }
    }

    /** Highest point of the cells over the pia, and how many end in layer 1. */
    private record Tops(double over_um, int inLayer1) {}

    private static Tops tops(double[] soma_um, Quaternion up, LongFunction<Morphology> grow) {
        double highest = Double.NEGATIVE_INFINITY;
        int inLayer1 = 0;
        var at = new double[3];
        for (int k = 0; k < 20; k++) {
            var cell = grow.apply(k);
            double top = Double.NEGATIVE_INFINITY;
            for (int p = 0; p < cell.end(cell.sectionCount() - 1); p++) {
                up.rotate(cell.x(p), cell.y(p), cell.z(p), at);
                for (int a = 0; a < 3; a++) {
                    at[a] += soma_um[a];
                }
                top = Math.max(top, Turns.norm(at) - RADIUS_UM);
            }
            highest = Math.max(highest, top);
            inLayer1 += top > -165 ? 1 : 0;
        }
        return new Tops(highest, inLayer1);
    }

    private Tops grown(String mtype, double[] soma_um, boolean isFlat) {
        var fields = new FieldFolder(folder);
        var place = fields.at(soma_um);
        var tissue = CorticalLayers.tissue(place, mtype);
        var catalogue = new GrowthCatalogue();
        var rule = catalogue.rule(mtype);
        var parameters = catalogue.parameters(rule);
        var pia = isFlat ? TreeGrower.flat(place.depth_um()) : new FieldPia(fields.piaDistance(), soma_um, place.up());
        return tops(soma_um, place.up(), k -> CellGrower.grow(1, k, rule, parameters, tissue, pia, true));
    }

    @Test
    void underACurvedPiaNothingCrossesItWhereAFlatOneWouldLetAxonsOut() {
        double[] inLayer1_um = {1400, 1350, -1380};
        assertThat(grown("L1_DAC", inLayer1_um, true).over_um()).isGreaterThan(20);
        assertThat(grown("L1_DAC", inLayer1_um, false).over_um()).isLessThanOrEqualTo(5);
    }

    @Test
    void tuftsEndInLayerOneUnderACurvedPia() {
        double[] inLayer5_um = {900, 850, -750};
        var tufts = grown("L5_TPC:B", inLayer5_um, false);
        assertThat(tufts.over_um()).isLessThanOrEqualTo(5);
        assertThat(tufts.inLayer1()).isGreaterThanOrEqualTo(19);
    }

    @Test
    void depthsAndLayersAreThoseOfTheStreamline() {
        var place = new FieldFolder(folder).at(new double[] {900, 850, -750});
        var tissue = CorticalLayers.tissue(place, "L5_TPC:B");
        assertThat(tissue.total_um()).isCloseTo(THICK_UM, within(0.1));
        assertThat(tissue.layer1_um()).isCloseTo(165, within(1e-3));
        assertThat(tissue.home_depth_um()).isCloseTo(2000 - (618 + 1143) / 2.0, within(0.1));
    }

    @Test
    void aPlaceOutsideAndAFolderWithoutFieldsAreTold() {
        var fields = new FieldFolder(folder);
        assertThatThrownBy(() -> fields.at(new double[] {0, 0, 0}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("0.0, 0.0, 0.0 um lies outside");
        assertThatThrownBy(() -> fields.at(new double[] {0, 1e5, 0})).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new FieldFolder(folder.resolve("none")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has no pia_distance.nrrd");
    }
}
