package io.brainwright.render.view;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where compartments lie, 12 bytes each, little endian: row of the cell (u32), section (u16), its type less 1 (u16), place on the section in
 * 1/65535 (u16), length in um / 100 (u16).
 */
final class CompartmentBytes {
    private static final int BYTES = 12;
    private static final float PLACES = 65535;
    private static final float PER_UM = 100;

    private CompartmentBytes() {}

    static byte[] of(Batch where, Map<Long, Integer> rowOf, Shapes shapes) {
        var out = ByteBuffer.allocate(BYTES * where.rowCount()).order(ByteOrder.LITTLE_ENDIAN);
        var ids = where.longs("node_id");
        Morphology shape = null;
        for (int i = 0; i < where.rowCount(); i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                shape = shapes.of(ids[i]);
            }
            int section = where.ints("section_id")[i];
            out.putInt(Objects.requireNonNull(rowOf.get(ids[i])))
                    .putShort((short) section)
                    .putShort((short) (type(shape, section) - 1))
                    .putShort((short) Math.round(PLACES * where.floats("section_pos")[i]))
                    .putShort((short) Math.min(PLACES, Math.round(PER_UM * where.floats("length")[i])));
        }
        return out.array();
    }

    /** Sections beyond the shape's last are the stub in the axon's place. */
    private static int type(@Nullable Morphology shape, int section) {
        return shape != null && section < shape.sectionCount() ? shape.type(section) : SectionType.AXON;
    }
}
