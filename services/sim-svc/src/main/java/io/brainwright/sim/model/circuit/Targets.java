package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the cells that a selection means. */
public final class Targets {
    private static final int NAMED_AT_MOST = 12;

    private Targets() {}

    /**
     * The cells of a selection, by index in the list, rising.
     *
     * <p>Where {@code count} is fewer than there are, every cell draws a number from (seed, "sim.target", node id) and the
     * smallest win: equal selections mean equal cells in every stimulus and in every run of one seed.
     *
     * @param field where the selection stands in the request, for the fault
     * @throws Problem INVALID, saying what exists, where no cell is meant
     */
    public static int[] select(List<PlacedCell> cells, CellSelection selection, long seed, String field) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < cells.size(); i++) {
            if (selection.holds(cells.get(i))) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            throw Problem.invalid(
                    "A stimulus has no target.", List.of(new FieldFault(field, nobody(cells, selection))));
        }
        if (selection.count() > 0 && selection.count() < found.size()) {
            found.sort(Comparator.<Integer>comparingDouble(i -> draw(cells.get(i), seed))
                    .thenComparingLong(i -> cells.get(i).node_id()));
            found.subList((int) selection.count(), found.size()).clear();
        }
        return found.stream().mapToInt(i -> i).sorted().toArray();
    }

    private static double draw(PlacedCell cell, long seed) {
        return Draws.of(seed, "sim.target", cell.node_id()).nextDouble();
    }

    private static String nobody(List<PlacedCell> cells, CellSelection selection) {
        var text = new StringBuilder("selects none of the %d cells; there are".formatted(cells.size()));
        text.append(" layers ").append(names(cells, PlacedCell::layer));
        text.append(", m-types ").append(names(cells, PlacedCell::mtype));
        text.append(", e-types ").append(names(cells, PlacedCell::etype));
        text.append(", synapse classes ").append(names(cells, PlacedCell::synapse_class));
        if (!selection.node_ids().isEmpty()) {
            var ids = cells.stream().mapToLong(PlacedCell::node_id).summaryStatistics();
            text.append(", node ids from %d to %d".formatted(ids.getMin(), ids.getMax()));
        }
        return text.append('.').toString();
    }

    private static <T extends Comparable<T>> String names(List<PlacedCell> cells, Function<PlacedCell, T> of) {
        var all = new TreeSet<T>();
        cells.forEach(c -> all.add(of.apply(c)));
        var first = all.stream().limit(NAMED_AT_MOST).toList();
        return all.size() > first.size() ? first + " and " + (all.size() - first.size()) + " more" : first.toString();
    }
}
