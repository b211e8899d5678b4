package io.brainwright.render.view;

import io.brainwright.fabric.table.Batch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;

/**
 * Where compartments lie, 12 bytes each, little endian: row of the cell (u32), section (u32), place on the section in 1/65535 (u16), length
 * in um / 100 (u16).
 */
final class CompartmentBytes {
    private static final int BYTES = 12;
    private static final float PLACES = 65535;
    private static final float PER_UM = 100;

    private CompartmentBytes() {}

    static byte[] of(Batch where, Map<Long, Integer> rowOf) {
        var out = ByteBuffer.allocate(BYTES * where.rowCount()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < where.rowCount(); i++) {
            out.putInt(Objects.requireNonNull(rowOf.get(where.longs("node_id")[i])))
                    .putInt(where.ints("section_id")[i])
                    .putShort((short) Math.round(PLACES * where.floats("section_pos")[i]))
                    .putShort((short) Math.min(PLACES, Math.round(PER_UM * where.floats("length")[i])));
        }
        return out.array();
    }
}
