package io.brainwright.sonata.hdf5;

import java.io.IOException;
import java.util.Arrays;

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

    @Override
    long finish() throws IOException {
        long values = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        return finish(new ObjectHeader().dataset(type, dimensions, address, values * type.size()));
    }
}
