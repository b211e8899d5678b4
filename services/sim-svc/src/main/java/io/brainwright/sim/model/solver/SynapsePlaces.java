package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts every synapse in a row of a table of its block, ordered by kind, lane, element and number. */
final class SynapsePlaces {
    private final Layout layout;

    SynapsePlaces(Layout layout) {
        this.layout = layout;
    }

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
            perBlock.get(layout.blockOf[synapses.get(s).cell()]).add(s);
        }
        for (int b = 0; b < perBlock.size(); b++) {
            for (var kind : SynapseTable.Kind.values()) {
                fill(layout.blocks.get(b), kind, perBlock.get(b));
            }
        }
    }

    private void fill(Block block, SynapseTable.Kind kind, List<Integer> all) {
        var mine = all.stream()
                .filter(s -> layout.kindOf[s] == kind)
                .sorted(Comparator.comparing((Integer s) -> lane(s))
                        .thenComparing(this::element)
                        .thenComparing(s -> s))
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        var table = new SynapseTable(kind, mine.size(), block.elements);
        for (int row = 0; row < mine.size(); row++) {
            int s = mine.get(row);
            layout.rowOf[s] = row;
            var type = layout.network.synapses().get(s).type();
            table.set(row, element(s), type, layout.network.run().dt_ms());
        }
        block.synapses.add(table);
    }

    private int lane(int synapse) {
        return layout.laneOf[layout.network.synapses().get(synapse).cell()];
    }

    private int element(int synapse) {
        var s = layout.network.synapses().get(synapse);
        return layout.element(s.cell(), s.node());
    }
}
