package io.brainwright.sim.model.activity;

import io.brainwright.sim.model.activity.Spikes.Train;
import io.brainwright.sim.model.circuit.PlacedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two runs of the same cells side by side, from the onset of the stimulus on.
 *
 * @param layers one entry per layer that has cells, rising
 * @param onlyStimulatedFired no cell outside the stimulated ones fired more than in the control
 */
public record Comparison(List<Layer> layers, boolean onlyStimulatedFired) {
    public Comparison {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param layer 1 to 6, 0 for cells without one
     * @param cells how many there are
     * @param stimulatedCells how many of them were driven
     * @param run the run
     * @param control the control
     */
    public record Layer(int layer, long cells, long stimulatedCells, Side run, Side control) {}

    /**
     * What one layer did in one run, from the onset on.
     *
     * @param spikes all spikes
     * @param activeCells cells that fired
     * @param firstSpikeLatency_ms from the onset to the layer's first spike; empty where none fired
     * @param unstimulatedSpikes spikes of cells that were not driven
     */
    public record Side(long spikes, long activeCells, OptionalDouble firstSpikeLatency_ms, long unstimulatedSpikes) {}

    /**
     * @param cells the cells of both runs
     * @param run spikes of the run
     * @param control spikes of the control
     * @param stimulated node ids of the driven cells
     * @param onset_ms time from which spikes count
     */
    public static Comparison of(
            List<PlacedCell> cells, Spikes run, Spikes control, Set<Long> stimulated, double onset_ms) {
        var trains = run.from(onset_ms);
        var controlTrains = control.from(onset_ms);
        var byLayer = new TreeMap<Integer, List<PlacedCell>>();
        cells.forEach(
                c -> byLayer.computeIfAbsent(c.layer(), _ -> new ArrayList<>()).add(c));
        var layers = new ArrayList<Layer>();
        byLayer.forEach((layer, members) -> layers.add(new Layer(
                layer,
                members.size(),
                members.stream().filter(c -> stimulated.contains(c.node_id())).count(),
                side(members, trains, stimulated, onset_ms),
                side(members, controlTrains, stimulated, onset_ms))));
        boolean only = cells.stream()
                .filter(c -> !stimulated.contains(c.node_id()))
                .allMatch(c -> spikes(trains, c) <= spikes(controlTrains, c));
        return new Comparison(layers, only);
    }

    private static Side side(List<PlacedCell> members, Map<Long, Train> trains, Set<Long> stimulated, double onset_ms) {
        var fired =
                members.stream().filter(c -> trains.containsKey(c.node_id())).toList();
        var first = members.stream()
                .flatMap(c -> Optional.ofNullable(trains.get(c.node_id())).stream())
                .mapToDouble(train -> train.first_ms() - onset_ms)
                .min();
        return new Side(
                fired.stream().mapToLong(c -> spikes(trains, c)).sum(),
                fired.size(),
                first,
                fired.stream()
                        .filter(c -> !stimulated.contains(c.node_id()))
                        .mapToLong(c -> spikes(trains, c))
                        .sum());
    }

    private static long spikes(Map<Long, Train> trains, PlacedCell cell) {
        var train = trains.get(cell.node_id());
        return train == null ? 0 : train.spikes();
    }
}
