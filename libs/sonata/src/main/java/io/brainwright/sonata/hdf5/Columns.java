package io.brainwright.sonata.hdf5;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Named columns of one length. The Java array says the type in the file: {@code float[]} float32, {@code double[]} float64,
 * {@code int[]} uint32, {@code long[]} uint64, {@code String[]} an enumeration (uint32 codes and the words in {@code
 * @library}).
 *
 * <p>The arrays belong to this object once handed over.
 */
public final class Columns {
    private final SequencedMap<String, Object> arrays = new LinkedHashMap<>();
    private final Set<String> signed = new HashSet<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final int rows;

    /** @param rows length of every column */
    public Columns(int rows) {
        this.rows = rows;
    }

    /** Adds a column. */
    public Columns put(String name, Object array) {
        int length = switch (array) {
            case float[] a -> a.length;
            case double[] a -> a.length;
            case int[] a -> a.length;
            case long[] a -> a.length;
            case String[] a -> a.length;
            default -> throw new IllegalArgumentException("column " + name + " is a " + array.getClass());
        };
        if (length != rows) {
            throw new IllegalArgumentException("column %s has %d rows, not %d".formatted(name, length, rows));
        }
        arrays.put(name, array);
        return this;
    }

    /** Adds a column of whole numbers with sign: int32 in the file. */
    public Columns putSigned(String name, int[] array) {
        signed.add(name);
        return put(name, array);
    }

    /** Adds a text to a column's dataset, as an attribute of HDF5. */
    public Columns attribute(String column, String name, String text) {
        attributes.computeIfAbsent(column, _ -> new LinkedHashMap<>()).put(name, text);
        return this;
    }

    /** Whether a column's whole numbers have a sign in the file. */
    boolean isSigned(String name) {
        return signed.contains(name);
    }

    /** The texts of a column's dataset by their names. */
    Map<String, String> attributes(String name) {
        return attributes.getOrDefault(name, Map.of());
    }

    public int rows() {
        return rows;
    }

    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    public Set<String> names() {
        return arrays.keySet();
    }

    public float[] floats(String name) {
        return (float[]) array(name);
    }

    public int[] ints(String name) {
        return (int[]) array(name);
    }

    public long[] longs(String name) {
        return (long[]) array(name);
    }

    public String[] texts(String name) {
        return (String[]) array(name);
    }

    /** The array of a column. */
    public Object array(String name) {
        var found = arrays.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no column " + name + " among " + arrays.keySet());
        }
        return found;
    }

    /** All columns in order. */
    public Map<String, Object> arrays() {
        return java.util.Collections.unmodifiableMap(arrays);
    }

    /** The same columns with rows in another order. */
    public Columns reordered(int[] order) {
        var result = new Columns(order.length);
        arrays.forEach((name, array) -> result.put(name, reordered(array, order)));
        result.signed.addAll(signed);
        result.attributes.putAll(attributes);
        return result;
    }

    /** One column in another order. */
    public static Object reordered(Object array, int[] order) {
        var result = java.lang.reflect.Array.newInstance(array.getClass().getComponentType(), order.length);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(array, order[i], result, i, 1);
        }
        return result;
    }
}
