package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.table.TextTable;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a population, whichever of SONATA's three places holds them: group 0, one of several groups (each row is at
 * {@code *_group_index} of group {@code *_group_id}), or the table of node or edge types.
 *
 * <p>What a group lacks is NaN or an empty text. A group comes before the table; {@code NULL} in the table stands for nothing.
 */
final class GroupedColumns {
    private static final String NOTHING = "NULL";

    private final Group population;
    private final String kind;
    private final int rows;

    /**
     * @param population of nodes or edges
     * @param kind {@code node} or {@code edge}
     */
    GroupedColumns(Group population, String kind, int rows) {
        this.population = population;
        this.kind = kind;
        this.rows = rows;
    }

    /** Names of the groups, rising. */
    static List<String> groups(Group population) {
        return Stored.groups(population).stream()
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .toList();
    }

    /**
     * All attributes.
     *
     * @param within a group within the groups, {@code dynamics_params}; empty for themselves
     * @param types table of types; its columns are added where {@code within} is empty
     */
    Columns read(String within, Optional<TextTable> types) {
        var groups = groups(population);
        Columns columns;
        if (groups.size() == 1 && length(group(groups.getFirst(), "")) <= rows && isWhole()) {
            columns = inside(groups.getFirst(), within)
                    .map(g -> Stored.columns(g, rows))
                    .orElseGet(() -> new Columns(rows));
        } else {
            columns = gathered(groups, within);
        }
        if (within.isEmpty()) {
            types.ifPresent(table -> join(columns, table));
        }
        return columns;
    }

    /** Whether row i of the population is row i of its only group, or no dataset says otherwise. */
    private boolean isWhole() {
        if (!(population.getChildren().get(kind + "_group_index") instanceof Dataset index)) {
            return true;
        }
        long[] places = Stored.longs(index);
        for (int row = 0; row < places.length; row++) {
            if (places[row] != row) {
                return false;
            }
        }
        return true;
    }

    private Columns gathered(List<String> groups, String within) {
        long[] group = Stored.longs((Dataset) population.getChild(kind + "_group_id"));
        long[] place = Stored.longs((Dataset) population.getChild(kind + "_group_index"));
        var parts = new LinkedHashMap<String, Columns>();
        var names = new LinkedHashMap<String, Boolean>(); // whether it holds texts
        for (var name : groups) {
            int length = (int) java.util.stream.IntStream.range(0, rows)
                    .filter(r -> group[r] == Long.parseLong(name))
                    .count();
            var part = inside(name, within).map(g -> Stored.columns(g, length));
            part.ifPresent(columns -> {
                parts.put(name, columns);
                columns.arrays().forEach((c, array) -> names.merge(c, array instanceof String[], Boolean::logicalOr));
            });
        }
        var columns = new Columns(rows);
        names.forEach((name, texts) ->
                columns.put(name, texts ? words(parts, name, group, place) : numbers(parts, name, group, place)));
        return columns;
    }

    private String[] words(Map<String, Columns> parts, String name, long[] group, long[] place) {
        String[] words = new String[rows];
        for (int row = 0; row < rows; row++) {
            var part = parts.get(String.valueOf(group[row]));
            words[row] = part == null || !part.has(name)
                    ? ""
                    : String.valueOf(java.lang.reflect.Array.get(part.array(name), at(place, row, part.rows())));
        }
        return words;
    }

    private double[] numbers(Map<String, Columns> parts, String name, long[] group, long[] place) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            var part = parts.get(String.valueOf(group[row]));
            values[row] = part == null || !part.has(name)
                    ? Double.NaN
                    : ((Number) java.lang.reflect.Array.get(part.array(name), at(place, row, part.rows())))
                            .doubleValue();
        }
        return values;
    }

    private int at(long[] place, int row, int length) {
        if (place[row] < 0 || place[row] >= length) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_GROUP_INDEX_WRONG",
                    "Row %d of '%s' stands at %d of its group, which has %d rows."
                            .formatted(row, population.getName(), place[row], length),
                    "Mend %s_group_id and %s_group_index.".formatted(kind, kind),
                    Map.of("population", population.getName(), "row", String.valueOf(row)));
        }
        return (int) place[row];
    }

    private Optional<Group> inside(String name, String within) {
        var group = group(name, "");
        return within.isEmpty()
                ? Optional.of(group)
                : Optional.ofNullable(group.getChildren().get(within) instanceof Group g ? g : null);
    }

    private Group group(String name, String within) {
        return (Group) population.getByPath(within.isEmpty() ? name : name + "/" + within);
    }

    private static int length(Group group) {
        return Stored.datasets(group).stream()
                .mapToInt(name -> Stored.rows((Dataset) group.getChild(name)))
                .max()
                .orElse(0);
    }

    private void join(Columns columns, TextTable table) {
        var key = kind + "_type_id";
        if (!table.header().contains(key)) {
            throw TextTable.wrong(
                    table.file(), 1, "has no column '%s'".formatted(key), "Columns are separated by one space.");
        }
        var rowOf = new HashMap<Long, Integer>();
        var ids = table.column(key);
        for (int i = 0; i < ids.length; i++) {
            rowOf.put(id(table, i, ids[i]), i);
        }
        long[] types = Stored.longs((Dataset) population.getChild(key));
        for (var name : table.header()) {
            if (!name.equals(key) && !columns.has(name)) {
                var values = table.column(name);
                columns.put(name, spread(table, types, rowOf, values));
            }
        }
    }

    private static long id(TextTable table, int row, String word) {
        try {
            return Long.parseLong(word.strip());
        } catch (NumberFormatException no) {
            throw TextTable.wrong(
                    table.file(), row + 2, "has the type '%s'".formatted(word), "Types are whole numbers.");
        }
    }

    /** One value per row: numbers where all that stand in the column are numbers, else texts. */
    private Object spread(TextTable table, long[] types, Map<Long, Integer> rowOf, String[] values) {
        boolean numbers = true;
        boolean any = false;
        for (var value : values) {
            any |= !value.equals(NOTHING);
            numbers &= value.equals(NOTHING) || value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
        }
        String[] words = new String[rows];
        double[] reals = new double[rows];
        for (int row = 0; row < rows; row++) {
            var at = rowOf.get(types[row]);
            if (at == null) {
                throw new Problem(
                        Kind.INVALID,
                        "SONATA_TYPE_NOT_FOUND",
                        "Row %d of '%s' is of type %d, which '%s' does not list."
                                .formatted(row, population.getName(), types[row], table.file()),
                        "Add the type to the table; it has %s.".formatted(rowOf.keySet()),
                        Map.of("population", population.getName(), "type", String.valueOf(types[row])));
            }
            boolean nothing = values[at].equals(NOTHING);
            words[row] = nothing ? "" : values[at];
            reals[row] = nothing || !numbers ? Double.NaN : Double.parseDouble(values[at]);
        }
        return numbers && any ? reals : words;
    }
}
