package io.brainwright.connectome.service;

import io.brainwright.connectome.model.wiring.Synapse;
import io.brainwright.connectome.service.LocalRows.Row;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.TableSchema;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lays local synapses and those between regions out as one table, by target and source. */
final class MidRangeRows {
    private static final Comparator<Row> ORDER =
            Comparator.comparingLong(Row::target).thenComparingLong(Row::source);
    private static final int LAYERS = 6;

    private MidRangeRows() {}

    static Batch synapses(LocalRows local, List<Synapse> made) {
        var drawn = SynapseRows.of(made.stream().sorted(Synapse.ORDER).toList());
        return joined(MidRangeTables.SYNAPSES, local.synapses(), drawn);
    }

    static Batch connections(LocalRows local, List<Synapse> made) {
        var counts = new TreeMap<Long, TreeMap<Long, Integer>>();
        made.forEach(
                s -> counts.computeIfAbsent(s.target(), _ -> new TreeMap<>()).merge(s.source(), 1, Integer::sum));
        var targets = new ArrayList<Long>();
        var sources = new ArrayList<Long>();
        var numbers = new ArrayList<Integer>();
        counts.forEach((target, by) -> by.forEach((source, n) -> {
            targets.add(target);
            sources.add(source);
            numbers.add(n);
        }));
        int rows = numbers.size();
        int[] synapses = numbers.stream().mapToInt(n -> n).toArray();
        var columns = new ArrayList<Object>();
        for (var column : MidRangeTables.CONNECTIONS.columns()) {
            columns.add(
                    switch (column.name()) {
                        case "source_node_id" ->
                            sources.stream().mapToLong(l -> l).toArray();
                        case "target_node_id" ->
                            targets.stream().mapToLong(l -> l).toArray();
                        case "synapses", "mid_range" -> synapses;
                        default -> new int[rows];
                    });
        }
        return joined(MidRangeTables.CONNECTIONS, local.connections(), Batch.of(MidRangeTables.CONNECTIONS, columns));
    }

    static Batch projections(List<MidRangePilot.Ready> all) {
        record Line(MidRangePilot.Ready ready, int layer) {}
        var lines = new ArrayList<Line>();
        for (var ready : all) {
            for (int layer = 1; layer <= LAYERS; layer++) {
                lines.add(new Line(ready, layer));
            }
        }
        return Batch.of(
                MidRangeTables.MID_RANGE,
                lines.stream().map(l -> l.ready().projection().source()).toArray(String[]::new),
                lines.stream().map(l -> l.ready().projection().target()).toArray(String[]::new),
                lines.stream().mapToInt(Line::layer).toArray(),
                lines.stream().mapToLong(l -> l.ready().sources().size()).toArray(),
                lines.stream()
                        .mapToDouble(l -> l.ready().density().wanted(l.layer()))
                        .toArray(),
                lines.stream()
                        .mapToDouble(l -> l.ready().density().compensation())
                        .toArray());
    }

    /** Pairs are either local or not, so their order by target and source is whole. */
    private static Batch joined(TableSchema schema, List<Row> local, Batch drawn) {
        var rows = new ArrayList<>(local);
        for (int i = 0; i < drawn.rowCount(); i++) {
            rows.add(new Row(drawn, i));
        }
        rows.sort(ORDER); // stable: within a pair the order of its table
        var columns = new ArrayList<Object>();
        for (var column : schema.columns()) {
            columns.add(gathered(column, rows, drawn));
        }
        return Batch.of(schema, columns);
    }

    private static Object gathered(Column column, List<Row> rows, Batch drawn) {
        var like = drawn.values(drawn.schema().indexOf(column.name()));
        var values = Array.newInstance(like.getClass().getComponentType(), rows.size());
        var byBatch = new IdentityHashMap<Batch, Optional<Object>>();
        for (int i = 0; i < rows.size(); i++) {
            int at = i;
            var row = rows.get(i);
            byBatch.computeIfAbsent(row.batch(), b -> values(b, column.name()))
                    .ifPresent(from -> System.arraycopy(from, row.row(), values, at, 1));
        }
        return values;
    }

    /** Empty where local pairs do not have a count: then it is 0. */
    private static Optional<Object> values(Batch batch, String name) {
        boolean has = batch.schema().columns().stream().anyMatch(c -> c.name().equals(name));
        return has ? Optional.of(batch.values(batch.schema().indexOf(name))) : Optional.empty();
    }
}
