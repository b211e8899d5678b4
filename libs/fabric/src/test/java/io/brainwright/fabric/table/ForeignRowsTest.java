package io.brainwright.fabric.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Streams that somebody else wrote: sound ones come through, nothing else does harm. */
class ForeignRowsTest {
    private static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "id", "test"),
                    Column.of("x", ColumnType.F32, "um", "place", "test"),
                    Column.of("mtype", ColumnType.TEXT, "1", "type", "test")));

    private static byte[] stream(int rows, String... words) {
        var ids = new long[rows];
        var x = new float[rows];
        var types = new String[rows];
        for (int i = 0; i < rows; i++) {
            ids[i] = i;
            x[i] = i / 2f;
            types[i] = words[i % words.length];
        }
        return ArrowCodec.encode(Batch.of(CELLS, ids, x, types));
    }

    @Test
    void soundRowsComeThrough() {
        var rows = ForeignRows.rows(stream(100, "L4_SSC", "L5_TPC:A"));
        assertThat(rows.schema()).isEqualTo(CELLS);
        assertThat(rows.rowCount()).isEqualTo(100);
        assertThat(rows.texts("mtype")[3]).isEqualTo("L5_TPC:A");
        assertThat(RowHash.of(rows)).isEqualTo(RowHash.of(ArrowCodec.decode(stream(100, "L4_SSC", "L5_TPC:A"))));
    }

    @Test
    void aSchemaIsReadWithoutRows() {
        assertThat(ForeignRows.schema(ArrowCodec.encode(Batch.concat(CELLS, List.of()))))
                .isEqualTo(CELLS);
    }

    @Test
    void aMessageThatTellsOfMoreThanWasSentIsRefused() {
        var stream = stream(10, "L4_SSC");
        ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
        assertThatThrownBy(() -> ForeignRows.rows(stream))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2147483647 bytes");
    }

    @Test
    void aMissingValueIsNoZero() {
        var values = new String[] {"L4_SSC", null, "L4_SSC"};
        var stream = ArrowCodec.encode(Batch.of(CELLS, new long[3], new float[3], values));
        assertThatThrownBy(() -> ForeignRows.rows(stream))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mtype' lacks 1 of 3");
    }

    /** Each mutated stream is read, or refused with a reason; anything else (an error, no end, memory beyond the stream's) fails. */
    @Test
    void tenThousandMutatedStreamsDoNoHarm() {
        var random = new Random(20260731);
        var sound = stream(200, "L4_SSC", "L5_TPC:A", "L6_UPC");
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            var mutated = sound.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            if (i % 3 == 0) {
                mutated = java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length));
            }
            try {
                ForeignRows.rows(mutated);
            } catch (IllegalArgumentException reason) {
                assertThat(reason.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isBetween(1000, 9999);
    }
}
