package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/** A dataset whose values are in the file: in one piece, not compressed. */
public final class NewDataset extends NewObject {
    private final Datatype type;
    private final long[] dimensions;
    private final long address;

    private NewDataset(FileTail tail, Datatype type, long[] dimensions, long address) {
        super(tail);
        this.type = type;
        this.dimensions = dimensions;
        this.address = address;
    }

    /** Writes the values of an array; one without values takes no room. */
    static NewDataset write(FileTail tail, Object array, Datatype type, long[] dimensions) throws IOException {
        if (Arrays.stream(dimensions).anyMatch(d -> d == 0)) {
            return new NewDataset(tail, type, dimensions, LittleEndian.UNDEFINED);
        }
        long address = array instanceof String[] texts
                ? tail.append(GlobalHeap.write(tail, Arrays.asList(texts)))
                : tail.append(array);
        return new NewDataset(tail, type, dimensions, address);
    }

    /** Writes the rows of a table as they come. */
    static NewDataset write(FileTail tail, Iterable<float[]> rows, long[] dimensions) throws IOException {
        boolean empty = Arrays.stream(dimensions).anyMatch(d -> d == 0);
        long address = empty ? LittleEndian.UNDEFINED : tail.append(rows);
        return new NewDataset(tail, Datatype.of(float.class, false), dimensions, address);
    }

    /** Writes the values of a dataset of another file, piece by piece. */
    static NewDataset copied(FileTail tail, Dataset data, Datatype type) throws IOException {
        long[] dimensions = data.getDimensionsAsLong();
        if (Arrays.stream(dimensions).anyMatch(d -> d == 0)) {
            return new NewDataset(tail, type, dimensions, LittleEndian.UNDEFINED);
        }
        refuseFill(data);
        try {
            var references = new ByteArrayOutputStream();
            if (CopiedDatatype.isVariable(data.getDataType())) {
                Pieces.texts(data, texts -> references.writeBytes(heap(tail, texts)));
                return new NewDataset(tail, type, dimensions, tail.append(references.toByteArray()));
            }
            long address = tail.next();
            Pieces.bytes((DatasetBase) data, bytes -> raw(tail, bytes));
            tail.align();
            return new NewDataset(tail, type, dimensions, address);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** jhdf reads 0 where a chunk was never written, whatever stands for it. */
    private static void refuseFill(Dataset data) {
        if (data instanceof ChunkedDataset
                && data.getDataType() instanceof OrderedDataType
                && data.getFillValue() instanceof Number fill
                && fill.doubleValue() != 0) {
            throw new Problem(
                    Kind.INVALID,
                    "HDF5_FILL_NOT_COPIED",
                    "Dataset '%s' stands for %s where nothing was written, which cannot be carried."
                            .formatted(data.getPath(), fill),
                    "Write all of its values, or leave this file unchanged.",
                    Map.of("dataset", data.getPath(), "fill", fill.toString()));
        }
    }

    private static byte[] heap(FileTail tail, String[] texts) {
        try {
            return GlobalHeap.write(tail, Arrays.asList(texts));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void raw(FileTail tail, ByteBuffer bytes) {
        try {
            tail.raw(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    long finish() throws IOException {
        long values = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        return finish(new ObjectHeader().dataset(type, dimensions, address, values * type.size()));
    }
}
