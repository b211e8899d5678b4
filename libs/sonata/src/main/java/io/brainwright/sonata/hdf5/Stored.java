package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes values out of a group, whatever integer or float type a writer chose. */
public final class Stored {
    private static final String LIBRARY = "@library";

    private Stored() {}

    /**
     * All datasets of a group as columns; enumerations come back as words.
     *
     * @param rows length that every column must have
     */
    public static Columns columns(Group group, int rows) {
        var library =
                group.getChildren().get(LIBRARY) instanceof Group words ? words.getChildren() : Map.<String, Node>of();
        var columns = new Columns(rows);
        for (var name : datasets(group)) {
            var dataset = (Dataset) group.getChild(name);
            columns.put(name, library.get(name) instanceof Dataset words ? spelled(dataset, words) : plain(dataset));
        }
        return columns;
    }

    /** Names of the datasets in a group, sorted. */
    public static List<String> datasets(Group group) {
        return group.getChildren().values().stream()
                .filter(Dataset.class::isInstance)
                .map(Node::getName)
                .sorted()
                .toList();
    }

    /** Names of the groups in a group, sorted. */
    public static List<String> groups(Group group) {
        return group.getChildren().values().stream()
                .filter(Group.class::isInstance)
                .map(Node::getName)
                .sorted()
                .toList();
    }

    /** Length of a dataset along its first dimension. */
    public static int rows(Dataset dataset) {
        return Math.toIntExact(dataset.getDimensionsAsLong()[0]);
    }

    /** A dataset of integers. */
    public static long[] longs(Dataset dataset) {
        return longs(StrangersHdf5.checked(dataset).getDataFlat());
    }

    /** Integers of any width, as jhdf gives them; a single value or an array of one dimension. */
    static long[] longs(Object data) {
        if (data instanceof long[] longs) {
            return longs;
        }
        if (!data.getClass().isArray()) {
            return new long[] {whole(data)};
        }
        long[] result = new long[Array.getLength(data)];
        for (int i = 0; i < result.length; i++) {
            result[i] = data instanceof int[] ints ? ints[i] : whole(Array.get(data, i));
        }
        return result;
    }

    private static long whole(Object value) {
        return value instanceof BigInteger big ? big.longValue() : ((Number) value).longValue();
    }

    /** A dataset of float64 or float32. */
    public static double[] doubles(Dataset dataset) {
        return doubles(StrangersHdf5.checked(dataset).getDataFlat());
    }

    /** Numbers of any type, as jhdf gives them; a single value or an array of one dimension. */
    static double[] doubles(Object data) {
        if (!data.getClass().isArray()) {
            return new double[] {((Number) data).doubleValue()};
        }
        double[] result = new double[Array.getLength(data)];
        for (int i = 0; i < result.length; i++) {
            result[i] = data instanceof float[] floats ? floats[i] : ((Number) Array.get(data, i)).doubleValue();
        }
        return result;
    }

    /** A text attribute; null where there is none. */
    public static @Nullable String text(Node node, String attribute) {
        var found = node.getAttribute(attribute);
        return found == null
                ? null
                : String.valueOf(StrangersHdf5.checked(found).getData());
    }

    private static String[] spelled(Dataset codes, Dataset words) {
        var dictionary = (String[]) StrangersHdf5.checked(words).getDataFlat();
        long[] values = longs(codes);
        String[] result = new String[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = dictionary[(int) values[i]];
        }
        return result;
    }

    /** float32 stays, other floats become float64, uint32 and narrower become int, wider integers long. */
    private static Object plain(Dataset dataset) {
        if (dataset.isEmpty() || dataset.getSize() == 0) {
            return new float[0];
        }
        var data = StrangersHdf5.checked(dataset).getDataFlat();
        return switch (data) {
            case float[] a -> a;
            case double[] a -> a;
            case String[] a -> a;
            case BigInteger[] _ -> longs(dataset);
            default -> dataset.getDataType().getSize() == Long.BYTES ? longs(dataset) : ints(longs(dataset));
        };
    }

    private static int[] ints(long[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (int) values[i];
        }
        return result;
    }

    /** Rows of a two-dimensional dataset of integers. */
    public static long[][] pairs(Dataset dataset) {
        long[] flat = longs(dataset);
        var rows = new ArrayList<long[]>();
        for (int i = 0; i + 1 < flat.length; i += 2) {
            rows.add(new long[] {flat[i], flat[i + 1]});
        }
        return rows.toArray(long[][]::new);
    }
}
