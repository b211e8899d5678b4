package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts synapses in rows of tables of their block.
 *
 * <p>Synapses at one place that decay alike share a row: their exponentials obey one linear equation, so that their sum does too. A synapse
 * that nothing reaches (all its weights are 0) stays shut and has no row. What is recorded of one synapse alone lies in a row of its own
 * that adds no current, so that recording changes no bit of the rest.
 */
final class SynapsePlaces {
    /** chosen: where so many of eight neighbours have a synapse, the others are computed too, which saves gathering and scattering. */
    private static final int ALIGNED_FROM = 4;

    private final Layout layout;
    private final boolean[] reached;
    private final Set<Integer> recorded = new HashSet<>();

    SynapsePlaces(Layout layout) {
        this.layout = layout;
        var network = layout.network;
        reached = new boolean[network.synapses().size()];
        network.connections().stream().filter(c -> !c.silent()).forEach(c -> reached[c.synapse()] = true);
        network.eventLists().stream().filter(l -> l.weight_uS() != 0).forEach(l -> reached[l.synapse()] = true);
        for (var recording : network.recordings()) {
            switch (recording.variable()) {
                case Variable.Exponential(int synapse, int _) -> recorded.add(synapse);
                case Variable.Exponentials(List<Integer> synapses, int _) -> recorded.addAll(synapses);
                case Variable.Voltage _,
                        Variable.Calcium _,
                        Variable.State _,
                        Variable.PointState _,
                        Variable.PointStates _ -> {}
            }
        }
    }

    /**
     * What one row stands for.
     *
     * @param element where
     * @param layer number among the rows of its element, in the order of their first synapses
     * @param type how it decays
     * @param synapses who share it
     * @param own whether it only keeps the states of one recorded synapse
     */
    private record Row(int element, int layer, SynapseType type, List<Integer> synapses, boolean own) {}

    private record Key(int element, SynapseType type) {}

    void fill() {
        var perBlock = new ArrayList<List<Integer>>();
        layout.blocks.forEach(_ -> perBlock.add(new ArrayList<>()));
        var synapses = layout.network.synapses();
        for (int s = 0; s < synapses.size(); s++) {
            if (synapses.get(s).type() instanceof SynapseType.Point
                    || !layout.has(synapses.get(s).cell())) {
                continue;
            }
            layout.kindOf[s] = SynapseTable.Kind.of(synapses.get(s).type());
            layout.rowOf[s] = -1;
            perBlock.get(layout.blockOf[synapses.get(s).cell()]).add(s);
        }
        for (int b = 0; b < perBlock.size(); b++) {
            for (var kind : SynapseTable.Kind.values()) {
                fill(layout.blocks.get(b), kind, perBlock.get(b));
            }
        }
    }

    private void fill(Block block, SynapseTable.Kind kind, List<Integer> all) {
        var wanted =
                rows(block, all.stream().filter(s -> layout.kindOf[s] == kind).toList());
        if (wanted.isEmpty()) {
            return;
        }
        var rows = Rows.of(wanted.stream().mapToInt(Row::element).toArray(), block.elements, ALIGNED_FROM);
        var table = new SynapseTable(kind, rows);
        double dt_ms = layout.network.run().dt_ms();
        for (int row = 0; row < rows.count(); row++) {
            table.set(
                    row,
                    wanted.getFirst().type,
                    dt_ms); // places without one like the first, so that equal columns stay so
        }
        for (int i = 0; i < wanted.size(); i++) {
            int row = rows.rowOf()[i];
            table.set(row, wanted.get(i).type, dt_ms);
            var numbers = wanted.get(i).own ? layout.ownRowOf : layout.rowOf;
            wanted.get(i).synapses.forEach(s -> numbers[s] = row);
        }
        block.synapses.add(table);
    }

    private List<Row> rows(Block block, List<Integer> synapses) {
        var byKey = new HashMap<Key, Row>();
        var layers = new HashMap<Integer, Integer>();
        var rows = new ArrayList<Row>();
        int own = 0;
        for (int s : synapses) {
            var type = layout.network.synapses().get(s).type().withoutRelease();
            if (reached[s]) {
                var key = new Key(element(s), type);
                var row = byKey.get(key);
                if (row == null) {
                    row = new Row(
                            key.element, layers.merge(key.element, 1, Integer::sum), type, new ArrayList<>(), false);
                    byKey.put(key, row);
                    rows.add(row);
                }
                row.synapses.add(s);
            }
            if (recorded.contains(s)) {
                rows.add(new Row(block.elements + own % 8, own / 8, type, List.of(s), true));
                own++;
            }
        }
        rows.sort(Comparator.comparingInt((Row r) -> r.element / 8)
                .thenComparingInt(Row::layer)
                .thenComparingInt(Row::element));
        return rows;
    }

    private int element(int synapse) {
        var s = layout.network.synapses().get(synapse);
        return layout.element(s.cell(), s.node());
    }
}
