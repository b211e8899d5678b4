package io.brainwright.sim.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.sim.model.analysis.Sample;
import io.brainwright.sim.model.plasticity.ConnectionChange;
import io.brainwright.sim.model.plasticity.ConnectionChange.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What became of plastic synapses; connections are grouped by the cell that receives. */
final class PlasticMetrics {
    static final Set<String> NAMES = Set.of("plasticity");

    private static final int BINS = 20;

    private final AnalysedRun run;
    private final Measurements out;
    private @Nullable Batch rows;

    PlasticMetrics(AnalysedRun run, MeasuredResponse.Builder answer) {
        this.run = run;
        this.out = new Measurements(answer);
    }

    void measure(String group, int[] members) {
        if (!SimRequests.plastic(run.made())) {
            out.note("Plasticity: the synapses of this run do not change; ask for a run with plastic synapses.");
            return;
        }
        var contacts = contacts(members);
        var connections = connections(contacts);
        var counted = new ArrayList<String>();
        for (var direction : Direction.values()) {
            long count =
                    connections.stream().filter(c -> c.direction() == direction).count();
            var name = direction.name().toLowerCase(Locale.ROOT);
            out.value("connections_" + name, group, count, "1", connections.size());
            counted.add(count + " " + name);
        }
        sample("efficacy_start", group, connections, ConnectionChange::rhoStart);
        sample("efficacy_end", group, connections, ConnectionChange::rhoEnd);
        sample("conductance_end_over_start", group, connections, ConnectionChange::conductance);
        sample("utilisation_end_over_start", group, connections, ConnectionChange::use);
        histogram(group + ", start", "rho0_GB", contacts);
        histogram("%s, end (connections: %s)".formatted(group, String.join(", ", counted)), "rho_GB", contacts);
        say(contacts);
    }

    private Batch rows() {
        if (rows == null) {
            rows = run.table(SimTables.PLASTICITY.name());
        }
        return rows;
    }

    /** Places of the contacts on these cells. */
    private int[] contacts(int[] members) {
        var ids = new HashSet<Long>();
        for (int i : members) {
            ids.add(run.cells().get(i).node_id());
        }
        var targets = rows().longs("target_node_id");
        return java.util.stream.IntStream.range(0, targets.length)
                .filter(i -> ids.contains(targets[i]))
                .toArray();
    }

    private List<ConnectionChange> connections(int[] contacts) {
        record Pair(long source, long target) {}
        var sources = rows().longs("source_node_id");
        var targets = rows().longs("target_node_id");
        Map<Pair, List<Integer>> pairs = new LinkedHashMap<>();
        for (int i : contacts) {
            pairs.computeIfAbsent(new Pair(sources[i], targets[i]), _ -> new ArrayList<>())
                    .add(i);
        }
        return pairs.values().stream()
                .map(which -> ConnectionChange.of(
                        which.stream().mapToInt(i -> i).toArray(),
                        rows().doubles("rho0_GB"),
                        rows().doubles("rho_GB"),
                        rows().doubles("gmax0_AMPA"),
                        rows().doubles("gmax_AMPA"),
                        rows().doubles("Use0"),
                        rows().doubles("Use")))
                .toList();
    }

    private void sample(
            String metric, String group, List<ConnectionChange> connections, ToDoubleFunction<ConnectionChange> of) {
        var values = connections.stream().mapToDouble(of).toArray();
        out.sample(metric, group, Sample.of(values), "1", "connections");
    }

    /** How many contacts have which efficacy, in bins of a twentieth; the last one holds 1 too. */
    private void histogram(String curve, String column, int[] contacts) {
        var counts = new long[BINS];
        for (int i : contacts) {
            counts[(int) Math.clamp(rows().doubles(column)[i] * BINS, 0, BINS - 1)]++;
        }
        var series = out.series("plasticity", curve, "efficacy rho", "contacts");
        for (int k = 0; k < BINS; k++) {
            series.addX((double) k / BINS).addY(counts[k]);
        }
    }

    private void say(int[] contacts) {
        var c_post = rows().doubles("c_post");
        long still = java.util.Arrays.stream(contacts)
                .filter(i -> Double.isNaN(c_post[i]))
                .count();
        out.note(
                "Plasticity: a connection is called potentiated or depressed where the mean efficacy rho of its contacts rose or fell by more than %s; rho is 0 in the depressed and 1 in the potentiated state (Chindemi et al. 2022, doi:10.1038/s41467-022-30214-w)."
                        .formatted(ConnectionChange.LEAST));
        out.note(
                "Release and conductance follow rho with a time constant of minutes, so within a short run rho has moved and they hardly have.");
        if (still > 0) {
            out.note(
                    "%d of %d plastic contacts cannot change: their cells fire no lone spike from a short pulse, so their thresholds are not known."
                            .formatted(still, contacts.length));
        }
    }
}
