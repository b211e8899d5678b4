package io.brainwright.sonata.hdf5;

import io.jhdf.api.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** A group that is being written. The values of a dataset go into the file at once, so only one column need be in memory. */
public final class NewGroup extends NewObject {
    private final SortedMap<String, NewObject> children = new TreeMap<>();
    private final SortedMap<String, String> softLinks = new TreeMap<>();

    NewGroup(FileTail tail) {
        super(tail);
    }

    /** Adds a group. */
    public NewGroup group(String name) {
        return add(name, new NewGroup(tail()));
    }

    /** The group of a name within this one, which is made where there is none yet. */
    public NewGroup within(String name) {
        return children.get(name) instanceof NewGroup group ? group : group(name);
    }

    /** Whether there is something of this name. */
    public boolean has(String name) {
        return children.containsKey(name) || softLinks.containsKey(name);
    }

    /** Adds another name for what lies at a path of this file, from its root. */
    public void softLink(String name, String path) {
        softLinks.put(name, path);
    }

    /** Adds the values of a dataset of another file, with its type; attributes are the caller's. */
    NewDataset copied(Dataset data, String path) {
        try {
            return add(data.getName(), NewDataset.copied(tail(), data, CopiedDatatype.of(data.getDataType(), path)));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write dataset " + path, failed);
        }
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

    /** The same of whole numbers with sign. */
    public NewDataset signedTable(String name, Object[] rows, int columns) {
        return dataset(name, rows, true, columns);
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
        softLinks.forEach(header::softLink);
        return finish(header);
    }
}
