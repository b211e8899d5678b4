package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The point processes of a network by block and mechanism, and what leads to each of them: found once for all blocks. */
final class PointIndex {
    private final Map<Integer, SortedMap<Mechanism, List<Integer>>> ofBlock = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Integer>> connections = new HashMap<>();
    private final Map<Integer, List<Integer>> lists = new HashMap<>();

    /** @param blockOf block of each cell, below 0 where it is not stepped here */
    PointIndex(Network network, int[] blockOf) {
        var next = new HashMap<Integer, Integer>();
        for (int s = 0; s < network.synapses().size(); s++) {
            var synapse = network.synapses().get(s);
            if (synapse.type() instanceof SynapseType.Point(Mechanism mechanism, var _)
                    && blockOf[synapse.cell()] >= 0) {
                ofBlock.computeIfAbsent(blockOf[synapse.cell()], _ -> new TreeMap<>())
                        .computeIfAbsent(mechanism, _ -> new ArrayList<>())
                        .add(s);
                numbers.put(s, next.merge(synapse.cell(), 1, Integer::sum) - 1);
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        for (int c = 0; c < network.connections().size(); c++) {
            add(connections, network.connections().get(c).synapse(), c);
        }
        for (int l = 0; l < network.eventLists().size(); l++) {
            add(lists, network.eventLists().get(l).synapse(), l);
        }
    }

    private void add(Map<Integer, List<Integer>> to, int synapse, int number) {
        if (numbers.containsKey(synapse)) {
            to.computeIfAbsent(synapse, _ -> new ArrayList<>()).add(number);
        }
    }

    /** The processes of a block, rising, by mechanism. */
    SortedMap<Mechanism, List<Integer>> of(int block) {
        return ofBlock.getOrDefault(block, new TreeMap<>());
    }

    /** The number of a process within its cell, which no other cell changes. */
    int number(int synapse) {
        return numbers.getOrDefault(synapse, 0);
    }

    /** Connections onto any of these, rising. */
    int[] connections(Collection<Integer> synapses) {
        return onto(connections, synapses);
    }

    /** Event lists of any of these, rising. */
    int[] lists(Collection<Integer> synapses) {
        return onto(lists, synapses);
    }

    private static int[] onto(Map<Integer, List<Integer>> of, Collection<Integer> synapses) {
        return synapses.stream()
                .flatMap(s -> of.getOrDefault(s, List.of()).stream())
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }
}
