package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.config.BioNetInput;
import io.brainwright.sonata.simulation.SpikesReader;
import io.brainwright.sonata.simulation.SpikesReader.Spikes;
import io.brainwright.sonata.table.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When virtual nodes fire: the population's own spikes of a file, or the only ones that the file has. */
final class SpikeTrains {
    private final Map<String, Map<Long, double[]>> trains = new HashMap<>();

    private SpikeTrains() {}

    /** @throws Problem where the file has no spikes for a population, or one before time 0 */
    static SpikeTrains read(BioNetInput.Spikes input, Iterable<String> populations) {
        var inFile = input.table() ? table(input) : SpikesReader.read(input.file());
        var made = new SpikeTrains();
        for (var population : populations) {
            var own = inFile.get(population);
            if (own == null && inFile.size() == 1) {
                own = inFile.values().iterator().next();
            }
            if (own == null) {
                throw Fault.at(
                        input.pointer() + "/input_file",
                        "has spikes of %s and none of '%s'".formatted(inFile.keySet(), population));
            }
            made.trains.put(population, byNode(input, own));
        }
        return made;
    }

    private static Map<Long, double[]> byNode(BioNetInput.Spikes input, Spikes spikes) {
        var lists = new HashMap<Long, List<Double>>();
        for (int i = 0; i < spikes.node_ids().length; i++) {
            double t_ms = spikes.timestamps_ms()[i];
            if (!(t_ms >= 0)) {
                throw Fault.at(
                        input.pointer() + "/input_file", "has a spike at %s ms; times begin at 0".formatted(t_ms));
            }
            lists.computeIfAbsent(spikes.node_ids()[i], _ -> new ArrayList<>()).add(t_ms);
        }
        var trains = new HashMap<Long, double[]>();
        lists.forEach((id, times) ->
                trains.put(id, times.stream().mapToDouble(t -> t).sorted().toArray()));
        return trains;
    }

    private static Map<String, Spikes> table(BioNetInput.Spikes input) {
        var table = TextTable.read(input.file(), ' ');
        for (var needed : List.of("timestamps", "node_ids")) {
            if (!table.header().contains(needed)) {
                throw TextTable.wrong(
                        input.file(),
                        1,
                        "has no column '%s'".formatted(needed),
                        "Columns are timestamps, node_ids and population, separated by one space.");
            }
        }
        var times = table.column("timestamps");
        var ids = table.column("node_ids");
        var populations = table.header().contains("population") ? table.column("population") : null;
        var rows = new HashMap<String, List<Integer>>();
        for (int row = 0; row < times.length; row++) {
            rows.computeIfAbsent(populations == null ? "" : populations[row], _ -> new ArrayList<>())
                    .add(row);
        }
        var spikes = new HashMap<String, Spikes>();
        rows.forEach((population, own) -> spikes.put(
                population,
                new Spikes(
                        own.stream()
                                .mapToDouble(r -> number(table, r, times[r]))
                                .toArray(),
                        own.stream()
                                .mapToLong(r -> (long) number(table, r, ids[r]))
                                .toArray())));
        if (spikes.isEmpty()) {
            spikes.put("", new Spikes(new double[0], new long[0]));
        }
        return spikes;
    }

    private static double number(TextTable table, int row, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException no) {
            throw TextTable.wrong(table.file(), row + 2, "has '%s' where a number belongs".formatted(word), "Mend it.");
        }
    }

    double[] of(String population, long node_id) {
        return trains.getOrDefault(population, Map.of()).getOrDefault(node_id, new double[0]);
    }
}
