package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of the inputs of point processes that no layout changes: the place among the network's connections, or their number plus the
 * place among its event lists; -1 for none. In its table an input has a number, which depends on what shares the block.
 */
final class InputNames {
    private static final int NONE = -1;

    private final Layout layout;
    private final Network network;
    private final Map<MechanismTable, int[]> nameOf = new IdentityHashMap<>();
    private final Map<MechanismTable, Map<Integer, List<Integer>>> numbersOf = new IdentityHashMap<>();

    InputNames(Layout layout) {
        this.layout = layout;
        network = layout.network;
        for (int c = 0; c < network.connections().size(); c++) {
            add(network.connections().get(c).synapse(), layout.inputOfConnection[c], c);
        }
        int connections = network.connections().size();
        for (int l = 0; l < network.eventLists().size(); l++) {
            add(network.eventLists().get(l).synapse(), layout.inputOfList[l], connections + l);
        }
    }

    private void add(int synapse, int number, int name) {
        var target = network.synapses().get(synapse);
        if (!(target.type() instanceof SynapseType.Point) || !layout.has(target.cell())) {
            return;
        }
        var table = layout.blocks.get(layout.blockOf[target.cell()]).tables.get(layout.tableOf[synapse]);
        var names = nameOf.getOrDefault(table, new int[0]);
        if (names.length <= number) {
            int before = names.length;
            names = Arrays.copyOf(names, Math.max(number + 1, 2 * before));
            Arrays.fill(names, before, names.length, NONE);
            nameOf.put(table, names);
        }
        names[number] = name;
        numbersOf
                .computeIfAbsent(table, _ -> new HashMap<>())
                .computeIfAbsent(target.cell(), _ -> new ArrayList<>())
                .add(number);
    }

    /** Numbers of a cell's inputs in a table, by name. */
    List<Integer> numbersOf(MechanismTable table, int cell) {
        return numbersOf.getOrDefault(table, Map.of()).getOrDefault(cell, List.of());
    }

    int name(MechanismTable table, int number) {
        var names = nameOf.get(table);
        return names == null || number >= names.length ? NONE : names[number];
    }

    int number(MechanismTable table, int name) {
        int connections = network.connections().size();
        if (name == NONE) {
            var receive = table.kinetics().receive();
            return receive == null ? 0 : PointPlaces.lastInput(table, receive);
        }
        return name < connections ? layout.inputOfConnection[name] : layout.inputOfList[name - connections];
    }
}
