package io.brainwright.render.model.lod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A soma, an axon of 200 um downwards, and an apical dendrite of 90 um upwards in three compartments; the axon's stub is recorded. */
class CapsuleGroupTest {
    private static final long CELL = 7;

    private static final Morphology SHAPE = new Morphology(
            new float[5],
            new float[] {0, -5, -205, 5, 95},
            new float[5],
            new float[] {10, 1, 1, 2, 2},
            new int[] {-1, 0, 0},
            new byte[] {1, 2, 4},
            new int[] {0, 1, 3, 5});

    private static final CompartmentIndex INDEX = CompartmentIndex.of(
            new long[] {CELL, CELL, CELL, CELL, CELL, CELL},
            new int[] {0, 2, 2, 2, 3, 4},
            new float[] {0.5f, 1 / 6f, 0.5f, 5 / 6f, 0.5f, 0.5f},
            new float[] {10, 30, 30, 30, 30, 30});

    private record Capsule(double from_um, double to_um, int word) {
        private boolean isRecorded() {
            return word >= 0;
        }

        private int path_um() {
            return word & 0x7fff;
        }
    }

    @Test
    void aDendriteIsCutWhereOneCompartmentMeetsTheNext() {
        var dendrite = capsules(INDEX).stream()
                .filter(c -> c.isRecorded() && c.word >= 1 && c.word <= 3)
                .toList();
        assertThat(dendrite).extracting(Capsule::word).containsExactly(1, 2, 3);
        assertThat(dendrite.get(0).from_um).isEqualTo(5, within(0.01));
        assertThat(dendrite.get(0).to_um).isEqualTo(35, within(0.01));
        assertThat(dendrite.get(1).to_um).isEqualTo(65, within(0.01));
        assertThat(dendrite.get(2).to_um).isEqualTo(95, within(0.01));
    }

    @Test
    void theStubCoversTheAxonsFirstStretchAndTheRestKnowsHowFarItIs() {
        var all = capsules(INDEX);
        var axon = all.subList(4, all.size());
        assertThat(axon.get(0).word).isEqualTo(4);
        assertThat(axon.get(0).to_um).isEqualTo(-35, within(0.01));
        assertThat(axon.get(1).word).isEqualTo(5);
        assertThat(axon.get(1).to_um).isEqualTo(-65, within(0.01));
        assertThat(axon.get(2).isRecorded()).isFalse();
        assertThat(axon.get(2).path_um()).isEqualTo(60);
        assertThat(axon.get(2).to_um).isEqualTo(-205, within(0.01));
    }

    @Test
    void withoutARunEveryCapsuleKnowsItsCellAndKind() {
        var words =
                capsules(CompartmentIndex.none()).stream().map(Capsule::word).toList();
        assertThat(words).allMatch(w -> w < 0 && (w >> 17 & 0x3fff) == 0);
        assertThat(words).extracting(w -> w >> 15 & 3).containsExactly(0, 3, 1);
    }

    @Test
    void aDendrogramHasTheSameCapsulesAsHighAsTheirPathIsLong() {
        var flat = CapsuleGroup.dendrograms(cells(), frame(), LevelOfDetail.FINE, INDEX);
        assertThat(flat).hasSameSizeAs(CapsuleGroup.inSpace(cells(), frame(), LevelOfDetail.FINE, INDEX));
        var top = read(flat).get(3);
        assertThat(top.word).isEqualTo(3);
        assertThat(top.to_um).isEqualTo(90, within(0.01));
    }

    @Test
    void aReportOfOtherCellsOrOtherShapesIsRefused() {
        assertThatThrownBy(() -> INDEX.requireCells(id -> id != CELL))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("REPORT_DOES_NOT_FIT"));
        var beyond = CompartmentIndex.of(new long[] {CELL}, new int[] {9}, new float[] {0.5f}, new float[] {30});
        assertThatThrownBy(() -> capsules(beyond))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.facts()).containsEntry("node_id", "7"));
    }

    private static List<Capsule> capsules(CompartmentIndex index) {
        return read(CapsuleGroup.inSpace(cells(), frame(), LevelOfDetail.FINE, index));
    }

    private static List<DrawnCell> cells() {
        return List.of(new DrawnCell(CELL, 100, 200, 300, Quaternion.IDENTITY, SHAPE));
    }

    private static DisplayFrame frame() {
        return DisplayFrame.of(
                new float[] {100}, new float[] {200}, new float[] {300}, new Quaternion[] {Quaternion.IDENTITY});
    }

    /** Heights of both ends, as a browser finds them. */
    private static List<Capsule> read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double least = in.getFloat(24);
        double extent = in.getFloat(36);
        var found = new ArrayList<Capsule>();
        for (int i = 0; i < in.getInt(12); i++) {
            int at = CapsuleGroup.HEADER_BYTES + CapsuleGroup.CELL_BYTES + i * CapsuleGroup.CAPSULE_BYTES;
            found.add(new Capsule(
                    least + extent * (in.getShort(at + 2) & 0xFFFF) / 65535,
                    least + extent * (in.getShort(at + 10) & 0xFFFF) / 65535,
                    in.getInt(at + 16)));
        }
        return found;
    }
}
