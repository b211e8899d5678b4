package io.brainwright.sonata.hdf5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group or dataset that is being written, with its attributes. Its header goes into the file when all values are there. */
public abstract sealed class NewObject permits NewGroup, NewDataset {
    private final FileTail tail;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    private record Attribute(Datatype type, long[] dimensions, byte[] value) {}

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
        attributes.put(name, new Attribute(type, dimensions, value));
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
