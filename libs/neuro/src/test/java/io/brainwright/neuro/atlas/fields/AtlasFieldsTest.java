package io.brainwright.neuro.atlas.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.nrrd.NrrdHeader;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import io.brainwright.neuro.atlas.nrrd.NrrdType;
import io.brainwright.neuro.atlas.nrrd.NrrdWriter;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slab: layers of 2, 3 and 4 voxels under a flat pia at +y, where every field is known. */
class AtlasFieldsTest {
    private static final int[] SIZES = {8, 13, 6};

    @TempDir
    Path folder;

    private RegionTree tree;

    @BeforeEach
    void hierarchy() throws IOException {
        tree = RegionTree.read(Files.writeString(folder.resolve("tree.json"), """
                {"id": 1, "acronym": "A", "name": "area", "children": [
                  {"id": 11, "acronym": "A1", "name": "area, layer 1"}, {"id": 12, "acronym": "A2/3", "name": "area, layer 2/3"},
                  {"id": 13, "acronym": "A4", "name": "area, layer 4"}, {"id": 14, "acronym": "A5", "name": "area, layer 5"}]}
                """));
    }

    private static int id(int x, int y, int z) {
        if (x == 7 && y == 0 && z == 0) {
            return 11; // alone, away from the slab
        }
        if (x < 1 || x > 6 || z < 1 || z > 4 || y < 2 || y > 10) {
            return x == 0 && y == 12 ? 77 : 0;
        }
        return y > 8 ? 11 : y > 5 ? 12 : 13;
    }

    private Annotation slab() {
        var file = folder.resolve("slab.nrrd");
        var header = new NrrdHeader(
                NrrdType.UINT32, 1, SIZES, new double[] {10, 10, 10}, new double[] {0, 0, 0}, true, true);
        try (var writer = new NrrdWriter(file, header)) {
            for (int i = 0; i < 8 * 13 * 6; i++) {
                writer.next(id(i % 8, i / 8 % 13, i / (8 * 13)));
            }
        }
        return new Annotation(file, tree);
    }

    @Test
    void inASlabEveryFieldIsTheClosedForm() {
        var fields = AtlasFields.of(slab(), tree, "A", Double.POSITIVE_INFINITY);
        var region = fields.region();
        assertThat(fields.layers()).containsExactly(1, 2, 4);
        for (int v = 0; v < region.size(); v++) {
            if ((fields.bad(v) & BadVoxels.UNCONNECTED) != 0) {
                continue;
            }
            double y = 10 * (region.volumeIndex(v, 1) + 0.5);
            assertThat(fields.direction(v, 1)).isCloseTo(1, within(1e-5f));
            assertThat(fields.potential(v)).isCloseTo((y - 20) / 90, within(1e-4));
            assertThat(fields.depth_um(v)).isCloseTo((float) (110 - y), within(0.02f));
            assertThat(fields.relativeDepth(v)).isCloseTo((float) ((110 - y) / 90), within(1e-3f));
            assertThat(fields.boundaryDepth_um(v, 0)).isCloseTo(20, within(0.02f));
            assertThat(fields.boundaryDepth_um(v, 1)).isCloseTo(50, within(0.02f));
            assertThat(fields.bad(v)).isZero();
        }
    }

    @Test
    void aVoxelApartIsNamedWithItsReasonAndStillHasNumbers() {
        var fields = AtlasFields.of(slab(), tree, "A", Double.POSITIVE_INFINITY);
        var reason = fields.reasons().getFirst();
        assertThat(reason.voxels()).isEqualTo(1);
        assertThat(reason.examples()).containsExactly("(7, 0, 0)");
        for (int v = 0; v < fields.region().size(); v++) {
            assertThat(fields.relativeDepth(v)).isBetween(0f, 1f);
        }
    }

    @Test
    void aThicknessThatNobodyBelievesIsNamed() {
        var fields = AtlasFields.of(slab(), tree, "A", 60);
        assertThat(fields.reasons())
                .filteredOn(r -> r.bit() == BadVoxels.TOO_THICK)
                .extracting(BadVoxels.Reason::voxels)
                .containsExactly(6 * 9 * 4);
    }

    @Test
    void idsThatEitherSideLacksAreNamed() {
        var slab = slab();
        assertThat(slab.notInHierarchy()).containsExactly(77);
        assertThat(slab.notInVolume()).extracting(RegionTree.Region::id).containsExactly(14L);
        assertThat(slab.voxelsById()).containsEntry(13L, 6L * 4 * 4);
    }

    @Test
    void regionsWithoutLayersOrWithoutVolumeAreRefused() {
        var slab = slab();
        assertThatThrownBy(() -> AtlasFields.of(slab, tree, "A5", 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> AtlasFields.of(slab, tree, "B", 1)).isInstanceOf(Problem.class);
    }

    @Test
    void volumesAreWrittenOnTheLatticeOfTheAnnotation() throws IOException {
        var files = FieldFiles.write(AtlasFields.of(slab(), tree, "A", 1e9), folder.resolve("out"));
        assertThat(files).hasSize(12);
        try (var reader = new NrrdReader(folder.resolve("out/orientation.nrrd"))) {
            assertThat(reader.header().sizes()).containsExactly(SIZES);
            assertThat(reader.header().components()).isEqualTo(4);
        }
        try (var reader = new NrrdReader(folder.resolve("out/[PH]2.nrrd"))) {
            for (int i = 0; i < 8 * 13 * 6; i++) {
                double low = reader.next();
                double high = reader.next();
                if (id(i % 8, i / 8 % 13, i / (8 * 13)) > 10 && i % 8 < 7 && i % 8 > 0) {
                    assertThat(low).isCloseTo(40, within(0.05));
                    assertThat(high).isCloseTo(70, within(0.05));
                }
            }
        }
    }
}
