package io.brainwright.sim.sonata;

import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.config.InputModule.SynapseReplay;
import io.brainwright.sonata.config.InputRequest;
import io.brainwright.sonata.simulation.SpikesReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spikes from a file that enter along the edges of the cells that fired them. They are shifted by the input's delay; those that
 * the file has at or after the input's duration are left out.
 */
final class Replay {
    private final BitSet targets = new BitSet();
    private final Map<String, Map<Long, double[]>> times = new HashMap<>();

    private Replay() {}

    static Replay of(InputRequest input, SynapseReplay replay, NodeSelection selection, SonataCells cells) {
        var made = new Replay();
        Arrays.stream(cells.of(selection.select(input.nodeSet()))).forEach(made.targets::set);
        var sources = replay.source().map(selection::select);
        SpikesReader.read(replay.file()).forEach((population, spikes) -> {
            var lists = new HashMap<Long, List<Double>>();
            for (int i = 0; i < spikes.node_ids().length; i++) {
                long id = spikes.node_ids()[i];
                boolean meant = sources.isEmpty()
                        || Arrays.binarySearch(sources.get().getOrDefault(population, new long[0]), id) >= 0;
                if (meant && spikes.timestamps_ms()[i] < input.duration_ms()) {
                    lists.computeIfAbsent(id, _ -> new ArrayList<>()).add(spikes.timestamps_ms()[i] + input.delay_ms());
                }
            }
            var arrays = new HashMap<Long, double[]>();
            lists.forEach((id, list) ->
                    arrays.put(id, list.stream().mapToDouble(t -> t).toArray()));
            made.times.put(population, arrays);
        });
        return made;
    }

    /** Populations in the file. */
    Iterable<String> populations() {
        return times.keySet();
    }

    boolean sendsFrom(String population) {
        return !times.getOrDefault(population, Map.of()).isEmpty();
    }

    /** When a source's spikes leave for a target. */
    double[] times(String population, long node_id, int target) {
        return targets.get(target)
                ? times.getOrDefault(population, Map.of()).getOrDefault(node_id, new double[0])
                : new double[0];
    }
}
