package io.brainwright.agents.explain;

import io.brainwright.agents.explain.Explanation.Step;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** How a spike reaches the next cell, told by one synapse of the last run whose axon's cell fired. */
final class SpikeStory {
    private static final int EXCITATORY = 100;
    private static final String SYNAPSES = "synapses";
    private static final String VOLTAGES = "soma_report";

    /** chosen: an excitatory potential has its peak within some ten ms of its start. */
    private static final double WINDOW_ms = 15;

    private final WorkspaceData data;
    private final Telling tell;
    private final Manifest run;
    private final Manifest connectome;
    private final Cells cells;
    private final Spikes spikes;

    private SpikeStory(WorkspaceData data, Telling tell, Manifest run, Manifest connectome, Manifest placement) {
        this.data = data;
        this.tell = tell;
        this.run = run;
        this.connectome = connectome;
        this.cells = new Cells(placement, data);
        this.spikes = new Spikes(run, data);
    }

    /** The steps; empty where no run of the workspace shows them. */
    static List<Step> steps(WorkspaceData data, Telling tell) {
        var run = data.newest(Spikes.TABLE);
        var connectome = run.flatMap(r -> data.behind(r, SYNAPSES));
        var placement = run.flatMap(r -> data.behind(r, Cells.TABLE));
        return run.isEmpty() || connectome.isEmpty() || placement.isEmpty()
                ? List.of()
                : new SpikeStory(data, tell, run.get(), connectome.get(), placement.get()).steps();
    }

    /** A synapse whose axon's cell fired. */
    private record Contact(Batch rows, int row, double spike_ms) {
        long from() {
            return rows.longs("source_node_id")[row];
        }

        long to() {
            return rows.longs("target_node_id")[row];
        }

        double of(String column) {
            return rows.floats(column)[row];
        }
    }

    /** Tells of a target that was silent until the spike came and then fired; else of one that was silent; else of any. */
    private List<Step> steps() {
        return contact((to, arrives_ms) -> silentUntil(to, arrives_ms) && spikes.after(to, arrives_ms) != null)
                .or(() -> contact(this::silentUntil))
                .or(() -> contact((_, _) -> true))
                .map(this::told)
                .orElse(List.of());
    }

    private boolean silentUntil(long cell, double time_ms) {
        return spikes.before(cell, time_ms) == null;
    }

    private Optional<Contact> contact(BiPredicate<Long, Double> target) {
        return data.first(connectome, SYNAPSES, rows -> find(rows, target));
    }

    private Optional<Contact> find(Batch rows, BiPredicate<Long, Double> target) {
        var first = spikes.first_ms();
        for (int i = 0; i < rows.rowCount(); i++) {
            var spike = first.get(rows.longs("source_node_id")[i]);
            if (spike != null
                    && rows.ints("syn_type_id")[i] >= EXCITATORY
                    && target.test(rows.longs("target_node_id")[i], spike + rows.floats("delay")[i])) {
                return Optional.of(new Contact(rows, i, spike));
            }
        }
        return Optional.empty();
    }

    private List<Step> told(Contact c) {
        var from = cells.name(c.from(), tell);
        var to = cells.name(c.to(), tell);
        double arrives_ms = c.spike_ms() + c.of("delay");
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "electrophysiologist",
                tell.say("spike.begins", from),
                List.of(Fact.of(tell.name("fact.first_spike"), c.spike_ms(), run, Spikes.TABLE, "timestamps"))));
        steps.add(new Step("anatomist", tell.say("spike.runs", to), List.of(synapse("fact.delay", c, "delay"))));
        steps.add(new Step(
                "electrophysiologist",
                tell.say("spike.releases"),
                List.of(
                        synapse("fact.release", c, "u_syn"),
                        synapse("fact.peak", c, "conductance"),
                        synapse("fact.decay", c, "decay_time"))));
        steps.add(potential(c, to, arrives_ms));
        steps.add(next(c, to, arrives_ms));
        return steps;
    }

    private Fact synapse(String key, Contact c, String column) {
        return Fact.of(tell.name(key), c.of(column), connectome, SYNAPSES, column);
    }

    private Step potential(Contact c, String to, double arrives_ms) {
        var own = spikes.before(c.to(), arrives_ms);
        if (own != null) {
            return new Step(
                    "electrophysiologist",
                    tell.say("spike.own", to, Telling.digits(arrives_ms)),
                    List.of(Fact.of(tell.name("fact.own_spike"), own, run, Spikes.TABLE, "timestamps")));
        }
        var change = change_mV(c.to(), arrives_ms);
        var words = tell.say("spike.changes", to, Telling.digits(arrives_ms));
        return change == null
                ? new Step(
                        "electrophysiologist", tell.say("spike.unrecorded", to, Telling.digits(arrives_ms)), List.of())
                : new Step(
                        "electrophysiologist",
                        words,
                        List.of(Fact.of(tell.name("fact.rise", (int) WINDOW_ms), change, run, VOLTAGES, "values")));
    }

    private Step next(Contact c, String to, double arrives_ms) {
        var fires = spikes.after(c.to(), arrives_ms);
        return fires == null
                ? new Step(
                        "electrophysiologist",
                        tell.say("spike.silent", to),
                        List.of(Fact.count(tell.name("fact.all_spikes"), spikes.count(), run, Spikes.TABLE)))
                : new Step(
                        "electrophysiologist",
                        tell.say("spike.anew", to),
                        List.of(Fact.of(tell.name("fact.next_spike"), fires, run, Spikes.TABLE, "timestamps")));
    }

    /** Largest rise of a soma's potential after a time, in mV; null where it was not recorded. */
    private @Nullable Double change_mV(long cell, double from_ms) {
        if (run.tables().stream().noneMatch(t -> t.name().equals(VOLTAGES))) {
            return null;
        }
        var ids = cells.rows().longs("node_id").clone();
        java.util.Arrays.sort(ids);
        int column = java.util.Arrays.binarySearch(ids, cell);
        var frames = data.read(run, VOLTAGES);
        var times = frames.doubles("time_ms");
        var values = frames.floatLists("values");
        Double before = null;
        Double most = null;
        for (int i = 0; i < times.length; i++) {
            if (column < 0 || column >= values[i].length) {
                return null;
            }
            double v = values[i][column];
            if (times[i] <= from_ms) {
                before = v;
            } else if (before != null && times[i] <= from_ms + WINDOW_ms) {
                most = most == null ? v - before : Math.max(most, v - before);
            }
        }
        return most;
    }
}
