package io.brainwright.connectome.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.fabric.v1.CellGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The cells of a circuit that a group of a request selects. All conditions hold at once; an empty one holds for every cell. */
final class CellChoice {
    private final String field;
    private final Batch cells;
    private final List<IntPredicate> conditions = new ArrayList<>();
    private final List<FieldFault> faults = new ArrayList<>();

    private CellChoice(String field, Batch cells) {
        this.field = field;
        this.cells = cells;
    }

    static boolean isEmpty(CellGroup group) {
        return group.equals(CellGroup.getDefaultInstance());
    }

    /**
     * Whether each row of the cells is selected; glia, which have no synapses, never are.
     *
     * @param field "pre" or "post", for faults
     */
    static boolean[] of(String field, CellGroup group, Batch cells) {
        var choice = new CellChoice(field, cells);
        var classes = cells.texts("synapse_class");
        choice.conditions.add(row -> isNeuron(classes[row]));
        choice.texts("m_types", "mtype", group.getMTypesList());
        choice.texts("e_types", "etype", group.getETypesList());
        choice.texts("regions", "region", group.getRegionsList());
        choice.texts(
                "synapse_class",
                "synapse_class",
                group.getSynapseClass().isEmpty() ? List.of() : List.of(group.getSynapseClass()));
        if (group.getLayersCount() > 0) {
            var layers = new HashSet<>(group.getLayersList());
            var layer = cells.bytes("layer");
            choice.conditions.add(row -> layers.contains((int) layer[row]));
        }
        if (group.getNodeIdsCount() > 0) {
            var wanted = new HashSet<>(group.getNodeIdsList());
            var ids = cells.longs("node_id");
            choice.conditions.add(row -> wanted.contains(ids[row]));
        }
        return choice.rows();
    }

    static boolean isNeuron(String synapseClass) {
        return "EXC".equals(synapseClass) || "INH".equals(synapseClass);
    }

    private void texts(String part, String column, List<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        if (cells.schema().columns().stream().noneMatch(c -> c.name().equals(column))) {
            faults.add(new FieldFault(
                    field + "." + part, "cannot be used: these cells have no column '%s'.".formatted(column)));
            return;
        }
        var values = cells.texts(column);
        var there = new TreeSet<>(Arrays.asList(values));
        var found = Set.copyOf(wanted);
        if (found.stream().noneMatch(there::contains)) {
            faults.add(new FieldFault(
                    field + "." + part,
                    "no cell is %s. %s".formatted(String.join(" or ", wanted), nearest(wanted, there))));
        }
        conditions.add(row -> found.contains(values[row]));
    }

    private static String nearest(List<String> wanted, Set<String> there) {
        return NearestNames.sentence(wanted.getFirst(), there);
    }

    private boolean[] rows() {
        boolean[] chosen = new boolean[cells.rowCount()];
        boolean any = false;
        for (int row = 0; row < chosen.length; row++) {
            int at = row;
            chosen[row] = conditions.stream().allMatch(c -> c.test(at));
            any |= chosen[row];
        }
        if (!any && faults.isEmpty()) {
            faults.add(new FieldFault(field, "selects none of the %d cells; loosen it.".formatted(cells.rowCount())));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The selection finds no cells.", faults);
        }
        return chosen;
    }
}
