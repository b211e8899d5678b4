package io.brainwright.sonata.hdf5;

import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeSet;

/** Puts columns into a group as SONATA asks for them. */
public final class Written {
    private static final String LIBRARY = "@library";
    private static final int MAGIC = 0x0A7A; // SONATA developer guide, "File formats"

    private Written() {}

    /** Says that a file is SONATA: {@code magic}, and {@code version} 0.1 of the layout. */
    public static void sign(NewGroup root) {
        root.unsigned("magic", MAGIC);
        root.unsigned("version", 0, 1);
    }

    /** Every column as a dataset of its type; texts as enumerations. */
    public static void columns(NewGroup group, Columns columns) {
        var library = new HashMap<String, String[]>();
        columns.arrays().forEach((name, array) -> {
            if (array instanceof String[] words) {
                var dictionary = new TreeSet<>(Arrays.asList(words)).toArray(String[]::new);
                library.put(name, dictionary);
                attributes(columns, name, group.dataset(name, codes(words, dictionary)));
            } else {
                attributes(
                        columns, name, columns.isSigned(name) ? group.signed(name, array) : group.dataset(name, array));
            }
        });
        if (!library.isEmpty()) {
            var libraryGroup = group.within(LIBRARY);
            library.forEach(libraryGroup::dataset);
        }
    }

    private static void attributes(Columns columns, String name, NewDataset dataset) {
        columns.attributes(name).forEach(dataset::attribute);
    }

    private static int[] codes(String[] words, String[] dictionary) {
        int[] codes = new int[words.length];
        Arrays.setAll(codes, i -> Arrays.binarySearch(dictionary, words[i]));
        return codes;
    }
}
