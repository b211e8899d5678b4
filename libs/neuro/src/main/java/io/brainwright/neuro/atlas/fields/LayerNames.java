package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which layer each region of a hierarchy is, read from its name: "layer 2/3" counts as layer 2, "6a" and "6b" as 6. */
final class LayerNames {
    private static final Pattern NAME = Pattern.compile("(?i)layers?\\s+(\\d)");
    private static final Pattern ACRONYM = Pattern.compile("(?:^L|[;_]L?)(\\d)[ab]?$");

    private final Map<Long, Integer> digits = new HashMap<>();
    private final List<Integer> order;

    /**
     * @param ids regions of the query
     */
    LayerNames(RegionTree tree, long[] ids, String query) {
        for (var region : tree.regions()) {
            if (Arrays.binarySearch(ids, region.id()) >= 0) {
                var name = NAME.matcher(region.name());
                var acronym = ACRONYM.matcher(region.acronym());
                if (name.find()) {
                    digits.put(region.id(), Integer.parseInt(name.group(1)));
                } else if (acronym.find()) {
                    digits.put(region.id(), Integer.parseInt(acronym.group(1)));
                }
            }
        }
        this.order = new ArrayList<>(new TreeSet<>(digits.values()));
        if (order.size() < 2) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_LAYERS",
                    "The region '%s' has %d layers by the names of its parts.".formatted(query, order.size()),
                    "Two layers at least, named such as 'layer 1' or with an acronym such as 'SSp1'.",
                    Map.of("region", query, "layers", String.valueOf(order.size())));
        }
    }

    /** Rank of a region's layer, 0 the uppermost; -1 for a region that is no layer. */
    int rank(long id) {
        var digit = digits.get(id);
        return digit == null ? -1 : order.indexOf(digit);
    }

    /** Digits of the layers by rank. */
    List<Integer> order() {
        return order;
    }
}
