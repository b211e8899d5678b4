package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;
import java.lang.reflect.Array;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * One rule of a node set.
 *
 * @param name of the set
 * @param rule its conditions
 */
record NodeRule(String name, JsonNode rule) {

    /** Adds the nodes for which it holds. */
    void apply(Function<String, NodePopulation> nodes, List<String> populations, Map<String, TreeSet<Long>> found) {
        boolean known = false;
        var missing = "";
        for (var population : populations) {
            var columns = nodes.apply(population).nodes();
            var absent = absent(columns);
            if (!absent.isEmpty()) {
                missing = absent;
                continue;
            }
            known = true;
            var rows = new BitSet(columns.rows());
            rows.set(0, columns.rows());
            rule.properties().forEach(e -> keep(rows, columns, e.getKey(), e.getValue()));
            if (!rows.isEmpty()) {
                var ids = found.computeIfAbsent(population, _ -> new TreeSet<>());
                rows.stream().forEach(i -> ids.add((long) i));
            }
        }
        if (!known) {
            throw NodeSelection.wrong(
                    name, "asks for '%s', which none of the populations %s has".formatted(missing, populations));
        }
    }

    private String absent(Columns columns) {
        for (var key : rule.propertyNames()) {
            if (!key.equals("population") && !key.equals("node_id") && !columns.has(key)) {
                return key;
            }
        }
        return "";
    }

    private void keep(BitSet rows, Columns columns, String key, JsonNode condition) {
        if (key.equals("node_id")) {
            rows.and(ids(condition, columns.rows()));
        } else if (!key.equals("population")) {
            var column = columns.array(key);
            rows.stream()
                    .filter(i -> !holds(key, condition, Array.get(column, i)))
                    .forEach(rows::clear);
        }
    }

    private BitSet ids(JsonNode list, int rows) {
        var ids = new BitSet(rows);
        var members = list.isArray() ? list : List.of(list);
        for (var id : members) {
            if (!id.isIntegralNumber() || id.asLong() < 0 || id.asLong() >= rows) {
                throw NodeSelection.wrong(name, "names the node %s; ids run from 0 to %d".formatted(id, rows - 1));
            }
            ids.set(id.asInt());
        }
        return ids;
    }

    private boolean holds(String key, JsonNode condition, Object value) {
        if (condition.isArray()) {
            for (var one : condition) {
                if (equal(one, value)) {
                    return true;
                }
            }
            return false;
        }
        if (!condition.isObject()) {
            return equal(condition, value);
        }
        return condition.properties().stream().allMatch(e -> operator(key, e.getKey(), e.getValue(), value));
    }

    private static boolean equal(JsonNode wanted, Object value) {
        return value instanceof Number n
                ? wanted.isNumber() && wanted.asDouble() == n.doubleValue()
                : wanted.isString() && wanted.asString().equals(value);
    }

    private boolean operator(String key, String operator, JsonNode limit, Object value) {
        if (operator.equals("$regex")) {
            return regex(key, limit.asString("")).matcher(String.valueOf(value)).find();
        }
        if (!(value instanceof Number n) || !limit.isNumber()) {
            throw NodeSelection.wrong(
                    name, "compares '%s' by %s %s; that holds for numbers".formatted(key, operator, limit));
        }
        double x = n.doubleValue();
        double y = limit.asDouble();
        return switch (operator) {
            case "$gt" -> x > y;
            case "$lt" -> x < y;
            case "$gte" -> x >= y;
            case "$lte" -> x <= y;
            default ->
                throw NodeSelection.wrong(
                        name, "has the operator '%s'; known are $regex $gt $lt $gte $lte".formatted(operator));
        };
    }

    private Pattern regex(String key, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException broken) {
            throw NodeSelection.wrong(name, "has a broken $regex for '%s': %s".formatted(key, broken.getDescription()));
        }
    }
}
