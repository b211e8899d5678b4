package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.api.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group or dataset that is being written, with its attributes. Its header goes into the file when all values are there. */
public abstract sealed class NewObject permits NewGroup, NewDataset {
    private static final int MOST_BYTES = 65_000; // a message of a header has a length of 16 bits

    private final FileTail tail;
    private final Map<String, Value> attributes = new LinkedHashMap<>();

    private record Value(Datatype type, long[] dimensions, byte[] value) {}

    NewObject(FileTail tail) {
        this.tail = tail;
    }

    /** Adds a text, in UTF-8 and of variable length. */
    public NewObject attribute(String name, String text) {
        return put(name, Datatype.TEXT, new long[0], texts(List.of(text)));
    }

    /** Adds a number between 0 and 255. */
    public NewObject attribute(String name, int value) {
        return put(
                name,
                Datatype.whole(1, false),
                new long[0],
                new LittleEndian().u8(value).toBytes());
    }

    /** Adds one of several words: an enumeration of unsigned bytes. */
    public NewObject attribute(String name, List<String> words, String word) {
        int code = words.indexOf(word);
        assert code >= 0 : word + " is not among " + words;
        return put(name, Datatype.enumeration(words), new long[0], new byte[] {(byte) code});
    }

    /** Adds unsigned 32-bit numbers; a single one without dimension. */
    NewObject unsigned(String name, int... values) {
        var bytes = new LittleEndian();
        for (int value : values) {
            bytes.u32(value);
        }
        long[] dimensions = values.length == 1 ? new long[0] : new long[] {values.length};
        return put(name, Datatype.whole(4, false), dimensions, bytes.toBytes());
    }

    /** Adds an attribute as it was read from another file. */
    void copied(Attribute attribute) {
        var where = "attribute '%s'".formatted(attribute.getName());
        var type = CopiedDatatype.of(attribute.getDataType(), where);
        StrangersHdf5.checked(attribute);
        byte[] value;
        if (attribute.isEmpty()) {
            value = new byte[0];
        } else if (CopiedDatatype.isVariable(attribute.getDataType())) {
            value = texts(
                    attribute.getData() instanceof String[] many
                            ? Arrays.asList(many)
                            : List.of(String.valueOf(attribute.getData())));
        } else {
            var bytes = attribute.getBuffer();
            value = new byte[Math.toIntExact(attribute.getSize() * type.size())];
            bytes.get(value);
        }
        long[] dimensions =
                Arrays.stream(attribute.getDimensions()).asLongStream().toArray();
        if (value.length > MOST_BYTES) {
            throw new Problem(
                    Kind.INVALID,
                    "HDF5_ATTRIBUTE_TOO_LARGE",
                    "%s of %d bytes does not fit into the header of its object.".formatted(where, value.length),
                    "Keep it as a dataset.",
                    Map.of("attribute", attribute.getName()));
        }
        put(attribute.getName(), type, dimensions, value);
    }

    /** Writes the header, after the headers of what lies within. */
    abstract long finish() throws IOException;

    FileTail tail() {
        return tail;
    }

    long finish(ObjectHeader header) throws IOException {
        attributes.forEach((name, a) -> header.attribute(name, a.type(), a.dimensions(), a.value()));
        return tail.append(header.toBytes());
    }

    private NewObject put(String name, Datatype type, long[] dimensions, byte[] value) {
        attributes.put(name, new Value(type, dimensions, value));
        return this;
    }

    private byte[] texts(List<String> texts) {
        try {
            return GlobalHeap.write(tail, texts);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write texts", failed);
        }
    }

    /** Rows, and columns where there are some; a table without rows cannot say its columns by itself. */
    static long[] dimensions(Object array, int columns) {
        int rows = Array.getLength(array);
        return array.getClass().getComponentType().isArray() ? new long[] {rows, columns} : new long[] {rows};
    }
}
