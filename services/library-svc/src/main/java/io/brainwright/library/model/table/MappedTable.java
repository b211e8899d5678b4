package io.brainwright.library.model.table;

import io.brainwright.library.model.table.Mapping.Fact;
import io.brainwright.library.model.table.Mapping.ValueColumn;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of a table through its mapping.
 *
 * @param values all values, row by row
 * @param missing cells that say that there is no value
 * @param unknownUnits units that Brainwright cannot convert; kept as they stand
 */
public record MappedTable(List<MeasuredValue> values, int missing, Set<String> unknownUnits) {
    private static final int MAX_FAULTS = 20;

    /**
     * Reads values.
     *
     * @param citation source of values that neither table nor mapping gives one
     * @throws Problem INVALID with every fault by line and column, twenty at most
     */
    public static MappedTable of(CsvTable table, Mapping mapping, String file, String citation) {
        return new Reading(table, mapping, file, citation).all();
    }

    private static final class Reading {
        private final CsvTable table;
        private final Mapping mapping;
        private final String file;
        private final String citation;
        private final List<MeasuredValue> values = new ArrayList<>();
        private final List<FieldFault> faults = new ArrayList<>();
        private final Set<String> unknownUnits = new LinkedHashSet<>();
        private int missing;

        Reading(CsvTable table, Mapping mapping, String file, String citation) {
            this.table = table;
            this.mapping = mapping;
            this.file = file;
            this.citation = citation;
        }

        MappedTable all() {
            for (var column : mapping.columns()) {
                if (!table.header().contains(column)) {
                    faults.add(new FieldFault(
                            "line 1",
                            "'%s' maps column '%s', which '%s' does not have; it has %s"
                                    .formatted(mapping.file(), column, file, table.header())));
                }
            }
            refuse();
            for (var row : table.rows()) {
                if (faults.size() < MAX_FAULTS) {
                    row(row);
                }
            }
            refuse();
            return new MappedTable(List.copyOf(values), missing, Set.copyOf(unknownUnits));
        }

        private void refuse() {
            if (!faults.isEmpty()) {
                throw Problem.invalid("'%s' cannot be read with '%s'.".formatted(file, mapping.file()), faults);
            }
        }

        private void row(CsvTable.Row row) {
            mapping.values().forEach((column, meaning) -> value(row, column, meaning));
            mapping.facts().forEach((column, fact) -> {
                if (fact == Fact.VALUE) {
                    value(
                            row,
                            column,
                            new ValueColumn(
                                    fact(row, Fact.QUANTITY),
                                    "",
                                    columnOf(Fact.SPREAD),
                                    spreadKind(row),
                                    columnOf(Fact.N)));
                }
            });
        }

        private String spreadKind(CsvTable.Row row) {
            var told = fact(row, Fact.SPREAD_KIND);
            if (!told.isEmpty() && !SpreadKind.isOne(told)) {
                fault(row, columnOf(Fact.SPREAD_KIND), "'%s' is none of %s".formatted(told, SpreadKind.WORDS));
            }
            return told.isEmpty() ? "unknown" : told;
        }

        private void value(CsvTable.Row row, String column, ValueColumn meaning) {
            var number = number(row, column);
            if (number == null) {
                return;
            }
            var unit = meaning.unit().isEmpty() ? fact(row, Fact.UNIT) : meaning.unit();
            if (unit.isEmpty()) {
                fault(row, column, "has no unit; map a column to 'unit', or give '1' where there is none");
                return;
            }
            if (meaning.quantity().isEmpty()) {
                fault(row, column, "has no quantity; map a column to 'quantity'");
                return;
            }
            if (!unit.equals("1") && Units.find(unit).isEmpty()) {
                unknownUnits.add(unit);
            }
            var spread = meaning.spread().isEmpty() ? null : number(row, meaning.spread());
            var count = meaning.n().isEmpty() ? null : number(row, meaning.n());
            if (count != null && (count < 0 || count != Math.rint(count))) {
                fault(row, meaning.n(), "%s is no count".formatted(count));
                return;
            }
            var source = fact(row, Fact.SOURCE);
            values.add(new MeasuredValue(
                    meaning.quantity(),
                    number,
                    unit,
                    spread,
                    spread == null ? "" : meaning.spreadKind(),
                    count == null ? null : count.longValue(),
                    fact(row, Fact.SPECIES),
                    fact(row, Fact.AGE),
                    fact(row, Fact.REGION),
                    fact(row, Fact.LAYER),
                    fact(row, Fact.CELL_TYPE),
                    source.isEmpty() ? citation : source,
                    row.line(),
                    column));
        }

        private @Nullable Double number(CsvTable.Row row, String column) {
            var field = row.fields().get(table.header().indexOf(column));
            if (Numbers.isMissing(field)) {
                missing++;
                return null;
            }
            var number = Numbers.read(field, table.delimiter() != ',');
            if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
                fault(row, column, "'%s' is no number".formatted(field.substring(0, Math.min(40, field.length()))));
                return null;
            }
            return number.getAsDouble();
        }

        private String fact(CsvTable.Row row, Fact fact) {
            var column = columnOf(fact);
            var told = column.isEmpty() ? "" : row.fields().get(table.header().indexOf(column));
            return told.isEmpty() ? mapping.constants().getOrDefault(fact, "") : told;
        }

        private String columnOf(Fact fact) {
            return mapping.facts().entrySet().stream()
                    .filter(e -> e.getValue() == fact)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }

        private void fault(CsvTable.Row row, String column, String what) {
            faults.add(new FieldFault(
                    "line %d, column %d ('%s')"
                            .formatted(row.line(), table.header().indexOf(column) + 1, column),
                    what));
        }
    }
}
