package io.brainwright.sonata.hdf5;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeSet;

/** Puts values into a group with the types that SONATA asks for. */
public final class Written {
    private static final String LIBRARY = "@library";
    private static final int CHUNK = 1 << 16; // chosen: 256 KiB of float32, one page of a laptop's second cache

    private Written() {}

    /** Every column as a dataset of its type; texts as enumerations. */
    public static void columns(WritableGroup group, Columns columns) {
        var library = new HashMap<String, String[]>();
        columns.arrays().forEach((name, array) -> {
            if (array instanceof String[] words) {
                var dictionary = dictionary(words);
                library.put(name, dictionary);
                numbers(group, name, codes(words, dictionary));
            } else {
                numbers(group, name, array);
            }
        });
        if (!library.isEmpty()) {
            var libraryGroup = group.putGroup(LIBRARY);
            library.forEach(libraryGroup::putDataset);
        }
    }

    /** Integers without sign, floats as they are. */
    public static WritableDataset numbers(WritableGroup group, String name, Object array) {
        if (Array.getLength(array) == 0) {
            return NoRows.put(group, name, array, 1, false);
        }
        return array instanceof int[] || array instanceof long[]
                ? group.putDataset(
                        name, array, DatasetCreationOptions.builder().unsigned().build())
                : group.putDataset(name, array);
    }

    /** Integers with sign: the types of nodes and edges, -1 for none. */
    public static void signed(WritableGroup group, String name, long[] array) {
        if (array.length == 0) {
            NoRows.put(group, name, array, 1, true);
        } else {
            group.putDataset(name, array);
        }
    }

    /** Pairs of unsigned 64-bit numbers. In chunks, because jhdf writes rows of two one by one otherwise. */
    public static void pairs(WritableGroup group, String name, long[][] pairs) {
        if (pairs.length == 0) {
            NoRows.put(group, name, pairs, 2, false);
            return;
        }
        var options = DatasetCreationOptions.builder()
                .unsigned()
                .chunkDimensions(Math.min(pairs.length, CHUNK), 2)
                .build();
        group.putDataset(name, pairs, options);
    }

    /** Frames of float32, compressed. */
    public static WritableDataset frames(WritableGroup group, String name, float[][] frames) {
        int elements = frames[0].length;
        var options = DatasetCreationOptions.builder()
                .chunkDimensions(Math.clamp(CHUNK / Math.max(1, elements), 1, frames.length), elements)
                .shuffle()
                .deflate(1);
        return group.putDataset(name, frames, options.build());
    }

    private static String[] dictionary(String[] words) {
        return words.length == 0 ? new String[] {"none"} : new TreeSet<>(Arrays.asList(words)).toArray(String[]::new);
    }

    private static int[] codes(String[] words, String[] dictionary) {
        int[] codes = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            codes[i] = Arrays.binarySearch(dictionary, words[i]);
        }
        return codes;
    }
}
