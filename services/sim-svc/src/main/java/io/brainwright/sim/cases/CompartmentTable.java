package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Compares how a cell was cut into compartments with a table, one row per compartment. */
final class CompartmentTable {
    private static final List<String> GROUPS = List.of("soma", "basal", "apical", "axon", "myelin");

    private CompartmentTable() {}

    /** Takes one judged check. */
    interface Judged {
        void add(String what, JsonNode check, double error);
    }

    private record Row(SectionNodes section, int index, int node) {}

    static void judge(
            CaseFile file,
            JsonNode expectation,
            CaseRun run,
            Function<JsonNode, List<JsonNode>> checks,
            Judged judged) {
        var csv = Csv.read(file.sibling(expectation.path("file").asString()));
        var shape = run.network.cells.getFirst().shape();
        var rows = rows(shape);
        int count = csv.rows().size();
        var key = new double[count];
        for (var column : expectation.path("columns").properties()) {
            var expected = csv.column(column.getKey());
            for (var check : checks.apply(column.getValue())) {
                if (rows.size() != count) {
                    judged.add("%d compartments of %d".formatted(rows.size(), count), check, Double.NaN);
                    continue;
                }
                var found = rows.stream()
                        .mapToDouble(r -> value(shape, r, column.getKey()))
                        .toArray();
                boolean sums = check.path("kind").asString().equals("group_sum_rel");
                var group = csv.column(expectation.path("group_column").asString());
                double error =
                        sums ? Errors.ofGroupSums(group, found, expected) : Errors.of(check, key, found, expected);
                judged.add(column.getKey(), check, error);
            }
        }
    }

    private static List<Row> rows(Compartments shape) {
        var rows = new ArrayList<Row>();
        for (var s : shape.sections()) {
            for (int i = 0; i < s.count(); i++) {
                rows.add(new Row(s, i, s.first() + i));
            }
        }
        return rows;
    }

    private static double value(Compartments shape, Row r, String column) {
        var s = r.section;
        return switch (column) {
            case "section" -> s.id();
            case "index" -> r.index;
            case "parent_section" -> s.parent();
            case "parent_x" -> s.parent() < 0 ? 0.5 : s.parentX();
            case "group" -> GROUPS.indexOf(s.group());
            case "nseg" -> s.count();
            case "section_L_um" -> s.length_um();
            case "diam_um" -> shape.diameter_um(r.node);
            case "area_um2" -> shape.area_um2(r.node);
            case "path_distance_um" -> shape.pathDistance_um(r.node);
            case "ri_to_proximal_Mohm" -> r.index == 0 ? s.halves().first_Mohm() : 1 / shape.toParent_uS(r.node);
            case "ri_to_section_end_Mohm" ->
                r.index == s.count() - 1 ? s.halves().last_Mohm() : 0;
            default -> throw new NotSupported("column " + column);
        };
    }
}
