package io.brainwright.render.model.world;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.column.Upright;
import io.brainwright.render.model.scenefile.Select;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a scene, source by source, turned together so that their mean pia-ward axis is up.
 *
 * @param cells by name of the source, by rising node id
 */
public record World(Map<String, List<PlacedCell>> cells) {
    public World {
        cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Turns and chooses. */
    public static World of(Map<String, List<PlacedCell>> placed, Map<String, Select> selects) {
        var everything = placed.values().stream().flatMap(List::stream).toList();
        var upright = Upright.turn(everything);
        Map<String, List<PlacedCell>> chosen = new LinkedHashMap<>();
        int at = 0;
        for (var entry : placed.entrySet()) {
            int n = entry.getValue().size();
            var select = selects.getOrDefault(entry.getKey(), Select.ALL);
            chosen.put(entry.getKey(), choose(entry.getKey(), upright.subList(at, at + n), select));
            at += n;
        }
        return new World(chosen);
    }

    /** All cells of all sources. */
    public List<PlacedCell> all() {
        return cells.values().stream().flatMap(List::stream).toList();
    }

    /** Those that fulfil every condition. */
    public static List<PlacedCell> choose(String source, List<PlacedCell> from, Select select) {
        var ids = new HashSet<>(select.node_ids());
        var missing = new HashSet<>(ids);
        from.forEach(c -> missing.remove(c.node_id()));
        if (!missing.isEmpty()) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "CELL_NOT_FOUND",
                    "Source '%s' has no cell %s."
                            .formatted(source, missing.iterator().next()),
                    "Its ids run from %s to %s."
                            .formatted(
                                    from.stream()
                                            .mapToLong(PlacedCell::node_id)
                                            .min()
                                            .orElse(0),
                                    from.stream()
                                            .mapToLong(PlacedCell::node_id)
                                            .max()
                                            .orElse(0)),
                    Map.of("source", source, "cells", missing.toString()));
        }
        var found = from.stream()
                .filter(c -> ids.isEmpty() || ids.contains(c.node_id()))
                .filter(c -> fits(select.layers(), c.layer()))
                .filter(c -> fits(select.mtypes(), c.mtype()))
                .filter(c -> fits(select.etypes(), c.etype()))
                .filter(c -> fits(select.regions(), c.region()))
                .filter(c -> select.synapse_class().isEmpty()
                        || select.synapse_class().equals("EXC") == c.excitatory())
                .sorted(Comparator.comparingLong(PlacedCell::node_id))
                .toList();
        return spread(found, select.count());
    }

    private static <T> boolean fits(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static List<PlacedCell> spread(List<PlacedCell> found, int count) {
        if (count <= 0 || count >= found.size()) {
            return found;
        }
        var some = new ArrayList<PlacedCell>();
        for (int i = 0; i < count; i++) {
            some.add(found.get((int) ((long) i * found.size() / count)));
        }
        return some;
    }
}
