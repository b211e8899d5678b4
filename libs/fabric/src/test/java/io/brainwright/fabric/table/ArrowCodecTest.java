package io.brainwright.fabric.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrowCodecTest {
    private static final TableSchema EVERYTHING = new TableSchema(
            "everything",
            List.of(
                    column("u64", ColumnType.U64),
                    column("i64", ColumnType.I64),
                    column("u32", ColumnType.U32),
                    column("i32", ColumnType.I32),
                    column("i8", ColumnType.I8),
                    column("u8", ColumnType.U8),
                    column("f32", ColumnType.F32),
                    column("f64", ColumnType.F64),
                    column("text", ColumnType.TEXT),
                    column("bytes", ColumnType.BYTES),
                    column("f32_list", ColumnType.F32_LIST),
                    Column.structs(
                            "structs",
                            "points",
                            "test",
                            List.of(
                                    column("x", ColumnType.F32),
                                    column("parent", ColumnType.I32),
                                    column("type", ColumnType.I8)))),
            Map.of("population", "nbs1"));

    @Test
    void everyTypeComesBackAsItWent() {
        var there = rows();
        var back = ArrowCodec.decode(ArrowCodec.encode(there));
        assertThat(back.schema()).isEqualTo(EVERYTHING);
        assertThat(back.rowCount()).isEqualTo(3);
        assertThat(back.longs("u64")).containsExactly(0, -1, Long.MIN_VALUE);
        assertThat(back.ints("u32")).containsExactly(0, -1, Integer.MIN_VALUE);
        assertThat(back.bytes("i8")).containsExactly(-128, 0, 127);
        assertThat(back.floats("f32")[1]).isNaN();
        assertThat(back.doubles("f64")).containsExactly(1e-300, -0.0, Double.POSITIVE_INFINITY);
        assertThat(back.texts("text")).containsExactly("L5_TPC:A", "", "L5_TPC:A");
        assertThat(back.blobs("bytes")[2]).isEmpty();
        assertThat(back.floatLists("f32_list")[1]).containsExactly(3, 4, 5);
        assertThat(back.structs("structs").offsets()).containsExactly(0, 2, 2, 3);
        assertThat((int[]) back.structs("structs").fields().get(1)).containsExactly(-1, 0, 7);
        assertThat(RowHash.of(back)).isEqualTo(RowHash.of(there));
    }

    @Test
    void equalRowsGiveEqualBytes() {
        assertThat(ArrowCodec.encode(rows())).isEqualTo(ArrowCodec.encode(rows()));
    }

    @Test
    void noRowsAreRowsToo() {
        var none = Batch.concat(EVERYTHING, List.of());
        var back = ArrowCodec.decode(ArrowCodec.encode(none));
        assertThat(back.rowCount()).isZero();
        assertThat(back.schema()).isEqualTo(EVERYTHING);
    }

    @Test
    void theSumOfRowHashesKnowsNothingOfBatches() {
        var twice = Batch.concat(EVERYTHING, List.of(rows(), rows()));
        assertThat(RowHash.add(RowHash.of(rows()).sum(), RowHash.of(rows()).sum()))
                .isEqualTo(RowHash.of(twice).sum());
        assertThat(RowHash.of(twice).sum()).isNotEqualTo(RowHash.of(rows()).sum());
    }

    @Test
    void theChecksumIsThatOfTheRowsOneAfterAnother() throws NoSuchAlgorithmException {
        int n = 1000; // more than are encoded at once
        var ids = new long[n];
        var values = new float[n];
        var marks = new byte[n];
        var words = new String[n];
        var plain = ByteBuffer.allocate(n * 13).order(ByteOrder.LITTLE_ENDIAN);
        var wordy = ByteBuffer.allocate(n * 40).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
            ids[i] = i * 0x9E3779B97F4A7C15L;
            values[i] = i / 7f;
            marks[i] = (byte) i;
            words[i] = "L" + i % 11;
            plain.putLong(ids[i]).putFloat(values[i]).put(marks[i]);
            wordy.putLong(ids[i]).putInt(words[i].length()).put(words[i].getBytes(StandardCharsets.UTF_8));
        }
        var id = column("node_id", ColumnType.U64);
        var fixed = new TableSchema("t", List.of(id, column("value", ColumnType.F32), column("mark", ColumnType.I8)));
        var worded = new TableSchema("t", List.of(id, column("word", ColumnType.TEXT)));
        assertThat(RowHash.of(Batch.of(fixed, ids, values, marks)).sha256()).isEqualTo(sha256(plain));
        assertThat(RowHash.sha256(Batch.of(fixed, ids, values, marks))).isEqualTo(sha256(plain));
        assertThat(RowHash.of(Batch.of(worded, ids, words)).sha256()).isEqualTo(sha256(wordy));
        assertThat(RowHash.sha256(Batch.of(worded, ids, words))).isEqualTo(sha256(wordy));
    }

    private static String sha256(ByteBuffer rows) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(rows.array(), 0, rows.position());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Batch rows() {
        var fields = new ArrayList<Object>();
        fields.add(new float[] {1, 2, 3});
        fields.add(new int[] {-1, 0, 7});
        fields.add(new byte[] {1, 2, 3});
        return Batch.of(
                EVERYTHING,
                new long[] {0, -1, Long.MIN_VALUE},
                new long[] {1, 2, 3},
                new int[] {0, -1, Integer.MIN_VALUE},
                new int[] {-5, 0, 5},
                new byte[] {-128, 0, 127},
                new byte[] {0, -1, 1},
                new float[] {1.5f, Float.NaN, -0f},
                new double[] {1e-300, -0.0, Double.POSITIVE_INFINITY},
                new String[] {"L5_TPC:A", "", "L5_TPC:A"},
                new byte[][] {{1, 2}, {3}, {}},
                new float[][] {{}, {3, 4, 5}, {6}},
                new StructList(new int[] {0, 2, 2, 3}, fields));
    }

    private static Column column(String name, ColumnType type) {
        return Column.of(name, type, "um", "a " + name, "test");
    }

    @Test
    void aLengthBeyondTheStreamIsRefusedBeforeMemoryIsAskedFor() {
        byte[] stream = ArrowCodec.encode(rows());
        ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
        assertThatThrownBy(() -> ArrowCodec.decode(stream))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("claims metadata of 2147483647 bytes");
        assertThatThrownBy(() -> ArrowCodec.decode(Arrays.copyOf(ArrowCodec.encode(rows()), 1500)))
                .isInstanceOf(Problem.class);
    }
}
