package io.brainwright.connectome.service;

import io.brainwright.connectome.model.physiology.PhysiologyRecipe;
import io.brainwright.connectome.service.Rewired.Move;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes the rows of a chunk anew where connections have other sources, or more of them. */
final class RewiredRows implements EditedRows {
    private final Rewired rewired;
    private final Selection selection;
    private final PhysiologyRecipe physiology;
    /** Whether the connection that a move names stays with its old source. */
    private final boolean copies;

    private record Pair(long source, long target) {}

    /** A synapse of the chunk: the parent's row, and whose axon makes it now. */
    private record Row(int parent, long source) {}

    RewiredRows(Rewired rewired, Selection selection, PhysiologyRecipe physiology, boolean copies) {
        this.rewired = rewired;
        this.selection = selection;
        this.physiology = physiology;
        this.copies = copies;
    }

    @Override
    public Chunk edit(Batch synapses, Batch connections) {
        var moves = moves(connections);
        return new Chunk(synapses(synapses, moves), connections(connections, moves));
    }

    private List<Move> moves(Batch connections) {
        var sources = new TreeMap<Long, List<Long>>();
        long[] from = connections.longs("source_node_id");
        long[] to = connections.longs("target_node_id");
        int[] synapses = connections.ints("synapses");
        for (int i = 0; i < synapses.length; i++) {
            if (synapses[i] > 0 && selection.holds(from[i], to[i])) {
                sources.computeIfAbsent(to[i], _ -> new ArrayList<>()).add(from[i]);
            }
        }
        var moves = new ArrayList<Move>();
        sources.forEach((target, theirs) -> moves.addAll(rewired.moves(
                target, theirs.stream().mapToLong(Long::longValue).sorted().toArray())));
        return moves;
    }

    private Batch synapses(Batch parent, List<Move> moves) {
        var movesOf = new HashMap<Pair, List<Move>>();
        moves.forEach(m -> movesOf.computeIfAbsent(new Pair(m.source(), m.target()), _ -> new ArrayList<>())
                .add(m));
        long[] sources = parent.longs("source_node_id");
        long[] targets = parent.longs("target_node_id");
        var rows = new ArrayList<Row>();
        for (int i = 0; i < parent.rowCount(); i++) {
            var of = movesOf.getOrDefault(new Pair(sources[i], targets[i]), List.of());
            if (of.isEmpty() || copies) {
                rows.add(new Row(i, sources[i]));
            }
            for (var move : of) {
                rows.add(new Row(i, move.newSource()));
            }
        }
        int[] sections = parent.ints("afferent_section_id");
        float[] places = parent.floats("afferent_section_pos");
        rows.sort(Comparator.<Row>comparingLong(r -> targets[r.parent()])
                .thenComparingLong(Row::source)
                .thenComparingInt(r -> sections[r.parent()])
                .thenComparingDouble(r -> places[r.parent()])
                .thenComparingInt(Row::parent));
        return written(parent, rows);
    }

    private Batch written(Batch parent, List<Row> rows) {
        int[] taken = rows.stream().mapToInt(Row::parent).toArray();
        long[] sources = parent.longs("source_node_id");
        var columns = new ArrayList<Object>();
        for (var column : ConnectomeTables.EDITED_SYNAPSES.columns()) {
            var values = Rows.take(parent.values(parent.schema().indexOf(column.name())), taken);
            for (int i = 0; i < taken.length; i++) {
                var row = rows.get(i);
                if (row.source() != sources[row.parent()]) {
                    set(column.name(), values, i, parent, row);
                }
            }
            columns.add(values);
        }
        return Batch.of(ConnectomeTables.EDITED_SYNAPSES, columns);
    }

    /** What another source changes: its id, the delay along a straight axon, and the place on the axon, which nobody knows. */
    private void set(String column, Object values, int i, Batch parent, Row row) {
        if (column.equals("source_node_id")) {
            ((long[]) values)[i] = row.source();
        } else if (column.equals("delay")) {
            ((float[]) values)[i] = (float) physiology.delay_ms(rewired.places()
                    .fromSoma_um(
                            rewired.cell(row.source()),
                            parent.floats("afferent_center_x")[row.parent()],
                            parent.floats("afferent_center_y")[row.parent()],
                            parent.floats("afferent_center_z")[row.parent()]));
        } else if (column.startsWith("efferent_") && !column.equals("efferent_section_type")) {
            if (values instanceof float[] floats) {
                floats[i] = Float.NaN;
            } else {
                ((int[]) values)[i] = 0;
            }
        }
    }

    private Batch connections(Batch parent, List<Move> moves) {
        var byPair =
                new TreeMap<Pair, int[]>(Comparator.comparingLong(Pair::target).thenComparingLong(Pair::source));
        var counts = Rows.counts(parent);
        long[] sources = parent.longs("source_node_id");
        long[] targets = parent.longs("target_node_id");
        for (int i = 0; i < sources.length; i++) {
            byPair.put(new Pair(sources[i], targets[i]), Rows.row(counts, i));
        }
        var before = new HashMap<Pair, Integer>();
        byPair.forEach((pair, row) -> before.put(pair, row[Rows.SYNAPSES]));
        for (var move : moves) {
            shift(byPair, move, before.getOrDefault(new Pair(move.source(), move.target()), 0));
        }
        return Rows.connections(
                byPair.keySet().stream().mapToLong(Pair::source).toArray(),
                byPair.keySet().stream().mapToLong(Pair::target).toArray(),
                List.copyOf(byPair.values()));
    }

    private void shift(Map<Pair, int[]> byPair, Move move, int synapses) {
        if (move.source() == move.newSource()) {
            return;
        }
        if (!copies) {
            int[] old = Objects.requireNonNull(byPair.get(new Pair(move.source(), move.target())));
            old[Rows.SYNAPSES] -= synapses;
            old[Rows.BY_EDIT] += synapses;
        }
        int[] now = byPair.computeIfAbsent(new Pair(move.newSource(), move.target()), _ -> new int[Rows.COUNTS]);
        now[Rows.SYNAPSES] += synapses;
        now[Rows.ADDED] += synapses;
    }
}
