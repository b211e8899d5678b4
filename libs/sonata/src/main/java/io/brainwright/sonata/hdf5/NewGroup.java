package io.brainwright.sonata.hdf5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** A group that is being written. The values of a dataset go into the file at once, so only one column need be in memory. */
public final class NewGroup extends NewObject {
    private final SortedMap<String, NewObject> children = new TreeMap<>();

    NewGroup(FileTail tail) {
        super(tail);
    }

    /** Adds a group. */
    public NewGroup group(String name) {
        return add(name, new NewGroup(tail()));
    }

    /** Adds a column: floats as they are, integers without sign, texts of variable length. */
    public NewDataset dataset(String name, Object array) {
        return dataset(name, array, false, 0);
    }

    /** Adds a column of integers with sign. */
    public NewDataset signed(String name, Object array) {
        return dataset(name, array, true, 0);
    }

    /**
     * Adds a table of rows of equal length.
     *
     * @param columns length of a row, also where there is none
     */
    public NewDataset table(String name, Object[] rows, int columns) {
        return dataset(name, rows, false, columns);
    }

    /**
     * Adds a table whose rows are taken one after another, so that only one need be in memory.
     *
     * @param rows as many as said, each of as many values as there are columns
     */
    public NewDataset table(String name, Iterable<float[]> rows, long count, int columns) {
        try {
            return add(name, NewDataset.write(tail(), rows, new long[] {count, columns}));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write dataset " + name, failed);
        }
    }

    private NewDataset dataset(String name, Object array, boolean signed, int columns) {
        var component = array.getClass().getComponentType();
        var type = Datatype.of(component.isArray() ? component.getComponentType() : component, signed);
        try {
            return add(name, NewDataset.write(tail(), array, type, dimensions(array, columns)));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write dataset " + name, failed);
        }
    }

    private <T extends NewObject> T add(String name, T child) {
        if (children.putIfAbsent(name, child) != null) {
            throw new IllegalArgumentException("there is a '" + name + "' already");
        }
        return child;
    }

    @Override
    long finish() throws IOException {
        var header = new ObjectHeader().group();
        for (var child : children.entrySet()) {
            header.link(child.getKey(), child.getValue().finish());
        }
        return finish(header);
    }
}
