package io.brainwright.library.model.table;

import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a table mean.
 *
 * @param constants facts of all values of the table, by {@link Fact}
 * @param facts columns that hold a fact of all values of their row
 * @param values columns that hold values
 * @param file name of the mapping, for messages
 */
public record Mapping(
        Map<Fact, String> constants, Map<String, Fact> facts, Map<String, ValueColumn> values, String file) {
    private static final Set<String> TOP = Set.of("constants", "columns");
    private static final Set<String> VALUE_KEYS = Set.of("quantity", "unit", "spread", "spread_kind", "n");

    /** What can be known of a value besides its number. */
    public enum Fact {
        QUANTITY,
        VALUE,
        UNIT,
        SPREAD,
        SPREAD_KIND,
        N,
        SPECIES,
        AGE,
        REGION,
        LAYER,
        CELL_TYPE,
        SOURCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A column of values of one quantity.
     *
     * @param quantity what is measured: "input_resistance"
     * @param unit its unit, empty where a column or constant gives it
     * @param spread column with the spread, empty where there is none
     * @param spreadKind sd, sem, range, iqr or unknown
     * @param n column with the count, empty where there is none
     */
    public record ValueColumn(String quantity, String unit, String spread, String spreadKind, String n) {}

    /**
     * Reads a mapping.
     *
     * @throws Problem INVALID with line and column of what is wrong
     */
    public static Mapping read(String yaml, String file) {
        var tree = YamlTree.read(yaml, file);
        known(tree, TOP, file);
        var constants = new LinkedHashMap<Fact, String>();
        var facts = new LinkedHashMap<String, Fact>();
        var values = new LinkedHashMap<String, ValueColumn>();
        children(tree, "constants").forEach((key, node) -> constants.put(fact(key, node, file), node.text()));
        children(tree, "columns").forEach((column, node) -> {
            if (node.children().containsKey("is")) {
                known(node, Set.of("is"), file);
                var is = node.children().get("is");
                facts.put(column, fact(is.text(), is, file));
            } else if (node.children().isEmpty()) {
                facts.put(column, fact(node.text(), node, file));
            } else {
                values.put(column, value(column, node, file));
            }
        });
        if (values.isEmpty() && !facts.containsValue(Fact.VALUE)) {
            throw YamlTree.fault(
                    file, 1, 1, "no column holds values; give one its 'quantity', or say of one that it 'is: value'");
        }
        return new Mapping(constants, facts, values, file);
    }

    private static Map<String, YamlTree> children(YamlTree tree, String key) {
        var child = tree.children().get(key);
        return child == null ? Map.of() : child.children();
    }

    private static ValueColumn value(String column, YamlTree node, String file) {
        known(node, VALUE_KEYS, file);
        var kind = text(node, "spread_kind");
        if (!kind.isEmpty() && !SpreadKind.isOne(kind)) {
            var at = node.children().getOrDefault("spread_kind", node);
            throw YamlTree.fault(
                    file, at.line(), at.column(), "spread_kind '%s' is none of %s".formatted(kind, SpreadKind.WORDS));
        }
        if (text(node, "quantity").isEmpty()) {
            throw YamlTree.fault(
                    file, node.line(), node.column(), "column '%s' needs its 'quantity'".formatted(column));
        }
        return new ValueColumn(
                text(node, "quantity"),
                text(node, "unit"),
                text(node, "spread"),
                kind.isEmpty() ? "unknown" : kind,
                text(node, "n"));
    }

    private static String text(YamlTree node, String key) {
        var child = node.children().get(key);
        return child == null ? "" : child.text();
    }

    private static void known(YamlTree node, Set<String> keys, String file) {
        node.children().forEach((key, child) -> {
            if (!keys.contains(key)) {
                throw YamlTree.fault(
                        file,
                        child.line(),
                        child.column(),
                        "'%s' is not known here; known are %s"
                                .formatted(key, keys.stream().sorted().toList()));
            }
        });
    }

    private static Fact fact(String word, YamlTree at, String file) {
        for (var fact : Fact.values()) {
            if (fact.word().equals(word)) {
                return fact;
            }
        }
        var words = new ArrayList<String>();
        for (var fact : Fact.values()) {
            words.add(fact.word());
        }
        throw YamlTree.fault(file, at.line(), at.column(), "'%s' is none of %s".formatted(word, words));
    }

    /** Every column of the table that the mapping names. */
    List<String> columns() {
        var all = new ArrayList<String>(facts.keySet());
        values.forEach((column, v) -> {
            all.add(column);
            all.addAll(List.of(v.spread(), v.n()).stream()
                    .filter(c -> !c.isEmpty())
                    .toList());
        });
        return all;
    }
}
