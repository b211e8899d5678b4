package io.brainwright.render.model.lod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A group of cells as bytes that go to the graphics card as they are.
 *
 * <p>Little endian. 64 bytes of header: magic, level, number of cells, capsules, capsules of somata and dendrites (the rest are axons),
 * then the box (least x, y, z; extent x, y, z; um) and the greatest radius (um). Per cell 16 bytes: first capsule and number of
 * capsules of its body, first and number of its axon. Then 20 bytes per capsule: both ends as x, y, z in 1/65535 of the box and
 * a radius in 1/65535 of the greatest, and a {@link Word}. A dendrogram has the same capsules in the same order.
 */
public final class CapsuleGroup {
    /** Cells of a group. */
    public static final int CELLS = 32;

    /** Bytes before the first cell's entry. */
    static final int HEADER_BYTES = 64;

    /** Bytes of a cell's entry. */
    static final int CELL_BYTES = 16;

    /** Bytes of a capsule. */
    static final int CAPSULE_BYTES = 20;

    private static final int MAGIC = 0x31475742; // "BWG1"
    private static final float STEPS = 65535;

    private CapsuleGroup() {}

    /** The cells where they stand. */
    public static byte[] inSpace(
            List<DrawnCell> cells, DisplayFrame frame, LevelOfDetail level, CompartmentIndex index) {
        return bytes(cells, frame, level, index, false);
    }

    /** The cells as dendrograms, each at its soma. */
    public static byte[] dendrograms(
            List<DrawnCell> cells, DisplayFrame frame, LevelOfDetail level, CompartmentIndex index) {
        return bytes(cells, frame, level, index, true);
    }

    private static byte[] bytes(
            List<DrawnCell> cells, DisplayFrame frame, LevelOfDetail level, CompartmentIndex index, boolean flat) {
        assert cells.size() <= CELLS : "a group of " + cells.size();
        var body = new CapsuleList();
        var axon = new CapsuleList();
        var maker = new CellCapsules(frame, level, index);
        var spans = new int[cells.size()][];
        for (int c = 0; c < cells.size(); c++) {
            int bodyFrom = body.count();
            int axonFrom = axon.count();
            var cell = cells.get(c);
            maker.add(cell, c, flat ? new Dendrogram(cell, frame) : maker.inSpace(cell), body, axon);
            spans[c] = new int[] {bodyFrom, body.count() - bodyFrom, axonFrom, axon.count() - axonFrom};
        }
        return packed(level, spans, body, axon);
    }

    private static byte[] packed(LevelOfDetail level, int[][] spans, CapsuleList body, CapsuleList axon) {
        int n = body.count() + axon.count();
        var box = new Box();
        box.hold(body);
        box.hold(axon);
        var out = ByteBuffer.allocate(HEADER_BYTES + CELL_BYTES * spans.length + CAPSULE_BYTES * n)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(level.ordinal()).putInt(spans.length).putInt(n).putInt(body.count());
        box.write(out);
        out.position(HEADER_BYTES);
        for (var span : spans) {
            out.putInt(span[0]).putInt(span[1]).putInt(body.count() + span[2]).putInt(span[3]);
        }
        write(body, box, out);
        write(axon, box, out);
        return out.array();
    }

    private static void write(CapsuleList capsules, Box box, ByteBuffer out) {
        for (int i = 0; i < capsules.count(); i++) {
            for (int part = 0; part < 8; part++) {
                out.putShort((short) Math.round(STEPS * box.share(part % 4, capsules.end(i, part))));
            }
            out.putInt(capsules.word(i));
        }
    }

    /** The box of all ends, and the greatest radius in its fourth place. */
    private static final class Box {
        private final float[] least = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE, 0};
        private final float[] most = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE, 1e-3f};

        void hold(CapsuleList capsules) {
            for (int i = 0; i < capsules.count(); i++) {
                for (int part = 0; part < 8; part++) {
                    int axis = part % 4;
                    least[axis] = Math.min(least[axis], capsules.end(i, part));
                    most[axis] = Math.max(most[axis], capsules.end(i, part));
                }
            }
        }

        float share(int axis, float value) {
            float extent = most[axis] - least[axis];
            return extent > 0 ? (value - least[axis]) / extent : 0;
        }

        void write(ByteBuffer out) {
            for (int axis = 0; axis < 3; axis++) {
                out.putFloat(least[axis]);
            }
            for (int axis = 0; axis < 3; axis++) {
                out.putFloat(most[axis] - least[axis]);
            }
            out.putFloat(most[3]);
        }
    }
}
