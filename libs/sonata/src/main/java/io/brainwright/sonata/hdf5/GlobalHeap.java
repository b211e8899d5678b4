package io.brainwright.sonata.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts of any length: global heap collections (format specification III.E). Whoever holds a text keeps its length, the address
 * of a collection and the text's number within it.
 */
final class GlobalHeap {
    private static final int HEADER = 16;
    private static final int SMALLEST = 4096; // what the HDF5 library takes for a collection
    private static final int MOST_OBJECTS =
            2048; // chosen: numbers are 16 bits wide, and readers cache whole collections

    private GlobalHeap() {}

    /**
     * Writes texts.
     *
     * @return the references to them, in order: the values of a dataset or attribute of {@link Datatype#TEXT}
     */
    static byte[] write(FileTail tail, List<String> texts) throws IOException {
        var references = new LittleEndian();
        for (int from = 0; from < texts.size(); from += MOST_OBJECTS) {
            collection(tail, texts.subList(from, Math.min(texts.size(), from + MOST_OBJECTS)), references);
        }
        return references.toBytes();
    }

    private static void collection(FileTail tail, List<String> texts, LittleEndian references) throws IOException {
        var objects = new LittleEndian();
        long address = tail.next();
        int number = 1;
        for (var text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            object(objects, number, bytes.length).raw(bytes).raw(new byte[-bytes.length & 7]);
            references.u32(bytes.length).u64(address).u32(number++);
        }
        int size = Math.max(SMALLEST, HEADER + objects.size() + HEADER);
        int free = size - HEADER - objects.size(); // object 0: what is free, with its own header
        object(objects, 0, free).raw(new byte[free - HEADER]);
        int version = 1;
        tail.append(new LittleEndian()
                .raw(new byte[] {'G', 'C', 'O', 'L'})
                .u8(version)
                .number(3, 0)
                .u64(size)
                .raw(objects.toBytes())
                .toBytes());
    }

    private static LittleEndian object(LittleEndian objects, int number, int size) {
        int references = 0; // as the HDF5 library writes it
        return objects.u16(number).u16(references).u32(0).u64(size);
    }
}
