package io.brainwright.fabric.table;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;

/**
 * Batches as Arrow IPC streams, uncompressed (Kafka compresses), one record batch each; readable by any Arrow client.
 *
 * <p>Equal batches give equal bytes: dictionaries list their words in order of first appearance, metadata is sorted.
 */
public final class ArrowCodec {
    /** chosen: Arrow rounds buffers up to powers of two and holds one batch beside the next. */
    private static final long SPARE_TIMES = 4;

    private static final long SPARE_BYTES = 1 << 20;

    private ArrowCodec() {}

    /** An Arrow IPC stream with the schema, the dictionaries and these rows. */
    public static byte[] encode(Batch batch) {
        var dictionaries = new DictionaryProvider.MapDictionaryProvider();
        var out = new ByteArrayOutputStream((int) Math.min(1 << 30, BatchSplit.bytes(batch) + 4096));
        var opened = new ArrayList<VarCharVector>();
        try (var allocator = new RootAllocator();
                var root = VectorSchemaRoot.create(ArrowSchemas.toArrow(batch.schema()), allocator)) {
            try {
                for (int c = 0; c < batch.schema().columns().size(); c++) {
                    var column = batch.schema().columns().get(c);
                    var vector = root.getVector(c);
                    if (column.type() == ColumnType.TEXT) {
                        var words = new VarCharVector(column.name(), allocator);
                        opened.add(words);
                        Words.write((IntVector) vector, words, (String[]) batch.values(c));
                        dictionaries.put(new Dictionary(words, vector.getField().getDictionary()));
                    } else {
                        VectorWrite.write(column, vector, batch.values(c), batch.rowCount());
                    }
                }
                root.setRowCount(batch.rowCount());
                try (var writer = new ArrowStreamWriter(root, dictionaries, out)) {
                    writer.start();
                    writer.writeBatch();
                    writer.end();
                }
            } finally {
                closeAll(opened);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The rows of an Arrow IPC stream that {@link #encode} wrote, all its record batches together.
     *
     * @throws Problem INTERNAL where the bytes are no such stream; nothing else, whatever they hold
     */
    public static Batch decode(byte[] stream) {
        try {
            IpcFrames.check(stream);
            return opened(stream);
        } catch (IOException | RuntimeException broken) {
            // Arrow meets broken bytes with exceptions of many kinds
            throw new Problem(
                    Kind.INTERNAL,
                    "ARROW_UNREADABLE",
                    "%d bytes are no Arrow batch of ours: %s.".formatted(stream.length, broken),
                    "Ask for the dataset again: the chunk is then made again.",
                    Map.of("bytes", String.valueOf(stream.length), "fault", String.valueOf(broken)),
                    List.of(),
                    broken);
        }
    }

    private static Batch opened(byte[] stream) throws IOException {
        try (var allocator = new RootAllocator(SPARE_BYTES + SPARE_TIMES * stream.length);
                var reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
            var root = reader.getVectorSchemaRoot();
            var schema = ArrowSchemas.fromArrow(root.getSchema());
            var parts = new ArrayList<Batch>();
            while (reader.loadNextBatch()) {
                parts.add(batch(schema, root, reader));
            }
            return parts.size() == 1 ? parts.getFirst() : Batch.concat(schema, parts);
        }
    }

    static Batch batch(TableSchema schema, VectorSchemaRoot root, ArrowStreamReader reader) throws IOException {
        List<Object> values = new ArrayList<>();
        for (int c = 0; c < schema.columns().size(); c++) {
            FieldVector vector = root.getVector(c);
            var encoding = vector.getField().getDictionary();
            values.add(
                    encoding == null
                            ? VectorRead.read(schema.columns().get(c), vector, root.getRowCount())
                            : Words.read((IntVector) vector, words(reader, encoding.getId())));
        }
        return Batch.of(schema, values);
    }

    private static VarCharVector words(ArrowStreamReader reader, long id) throws IOException {
        var dictionary = reader.getDictionaryVectors().get(id);
        if (dictionary == null) {
            throw new IllegalArgumentException("these Arrow batches lack dictionary " + id);
        }
        return (VarCharVector) dictionary.getVector();
    }

    private static void closeAll(List<VarCharVector> opened) {
        for (var one : opened) {
            one.close();
        }
    }
}
