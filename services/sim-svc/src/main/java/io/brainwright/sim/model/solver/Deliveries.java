package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Brings events to synapses: from spikes after their delay, and from lists. What an event releases depends only on its input's
 * own earlier events, so it is computed here, once, for every back end.
 *
 * <p>An event due at t acts at the start of the step k with t <= k dt + dt / 2. Events of one step are ordered by synapse and
 * amplitude, so that sums do not depend on who brought them first.
 */
final class Deliveries {
    /** Slack for times that lie on half a step but for rounding. */
    static final double ROUNDING_STEPS = 1e-9;

    /** chosen: spikes, or steps, after which events that are over are dropped. */
    private static final int DROP_EVERY = 1024;

    /**
     * One event in a block.
     *
     * @param step when
     * @param kind table
     * @param row its row
     * @param amount_uS weight times released fraction
     */
    record Arrival(int step, SynapseTable.Kind kind, int row, double amount_uS) {}

    /**
     * One event of a point process in a block.
     *
     * @param step when it acts
     * @param table place of its table in the block
     * @param row of the process
     * @param input whose arguments it brings
     * @param t_ms its own time
     */
    record PointArrival(int step, int table, int row, int input, double t_ms) {}

    private record Input(Network.Connection connection, int number) {}

    private record Due(int step, int list, int index) {}

    private static final Comparator<Arrival> ORDER = Comparator.comparingInt(Arrival::step)
            .thenComparing(Arrival::kind)
            .thenComparingInt(Arrival::row)
            .thenComparingDouble(Arrival::amount_uS);

    private static final Comparator<PointArrival> POINT_ORDER = Comparator.comparingInt(PointArrival::step)
            .thenComparing(PointArrival::table)
            .thenComparingInt(PointArrival::row)
            .thenComparingDouble(PointArrival::t_ms)
            .thenComparingInt(PointArrival::input);

    private final Layout layout;
    private final Network network;
    private final double dt_ms;
    private final List<List<Input>> inputsOf = new ArrayList<>();
    private final List<Release.Memory[]> memoryOf = new ArrayList<>();
    private final Release.Memory[] listMemory;
    private final PriorityQueue<Due> lists =
            new PriorityQueue<>(Comparator.comparingInt(Due::step).thenComparingInt(Due::list));
    private final List<PriorityQueue<Arrival>> waiting = new ArrayList<>();
    private final List<PriorityQueue<PointArrival>> pointWaiting = new ArrayList<>();

    Deliveries(Layout layout) {
        this.layout = layout;
        network = layout.network;
        dt_ms = network.run().dt_ms();
        network.cells().forEach(_ -> inputsOf.add(new ArrayList<>()));
        for (int n = 0; n < network.connections().size(); n++) {
            var connection = network.connections().get(n);
            if (!connection.silent() && layout.has(targetOf(connection.synapse()))) {
                inputsOf.get(connection.source()).add(new Input(connection, layout.inputOfConnection[n]));
            }
        }
        inputsOf.forEach(inputs -> memoryOf.add(fresh(inputs.size())));
        listMemory = fresh(network.eventLists().size());
        layout.blocks.forEach(_ -> waiting.add(new PriorityQueue<>(ORDER)));
        layout.blocks.forEach(_ -> pointWaiting.add(new PriorityQueue<>(POINT_ORDER)));
        for (int l = 0; l < network.eventLists().size(); l++) {
            var list = network.eventLists().get(l);
            if (list.weight_uS() != 0 && layout.has(targetOf(list.synapse()))) {
                queue(l, 0);
            }
        }
    }

    private int targetOf(int synapse) {
        return network.synapses().get(synapse).cell();
    }

    /** Steps that may pass before a spike must be known everywhere. */
    int epochSteps(int most) {
        double shortest_ms = network.connections().stream()
                .mapToDouble(Network.Connection::delay_ms)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return (int) Math.min(most, 1 + Math.ceil(shortest_ms / dt_ms - 0.5 - ROUNDING_STEPS));
    }

    /** Sends a cell's spike to its targets. */
    void spike(int cell, double t_ms) {
        var inputs = inputsOf.get(cell);
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            var to = input.connection;
            double arrival_ms = t_ms + to.delay_ms();
            deliver(to.synapse(), arrival_ms, to.weightAt_uS(arrival_ms), memoryOf.get(cell), i, input.number);
        }
    }

    /** Makes the listed events of the steps before the given one wait in their blocks. */
    void fetchLists(int beforeStep) {
        while (!lists.isEmpty() && lists.peek().step < beforeStep) {
            var due = lists.remove();
            var list = network.eventLists().get(due.list);
            double t_ms = list.times_ms()[due.index];
            deliver(list.synapse(), t_ms, list.weight_uS(), listMemory, due.list, layout.inputOfList[due.list]);
            queue(due.list, due.index + 1);
        }
    }

    /**
     * Comes to where it was after some steps, from all spikes until then. What an input remembers follows from its own events, so
     * they happen again; those that blocks have had are dropped.
     *
     * @param past the spikes of the run so far
     * @param step steps done, a whole number of epochs
     * @param epochSteps steps of an epoch
     */
    void goOn(SpikeLog past, int step, int epochSteps) {
        int next = 0;
        while (next < past.size() && past.step(next) <= step - epochSteps) {
            spike(past.cell(next), past.step(next) * dt_ms);
            if (next++ % DROP_EVERY == 0) {
                drop(past.step(next - 1));
            }
        }
        for (int before = 0; before < step; before = Math.min(step, before + DROP_EVERY)) {
            fetchLists(before);
            drop(before);
        }
        fetchLists(step);
        drop(step);
        while (next < past.size()) { // the last exchange: no block has had its events
            spike(past.cell(next), past.step(next) * dt_ms);
            next++;
        }
    }

    private void drop(int beforeStep) {
        for (int b = 0; b < waiting.size(); b++) {
            take(b, beforeStep);
            takePoints(b, beforeStep);
        }
    }

    /** Takes a block's events of the steps before the given one, in order. */
    List<Arrival> take(int block, int beforeStep) {
        var queue = waiting.get(block);
        var taken = new ArrayList<Arrival>();
        while (!queue.isEmpty() && queue.peek().step < beforeStep) {
            taken.add(queue.remove());
        }
        return taken;
    }

    /** The same for its point processes. */
    List<PointArrival> takePoints(int block, int beforeStep) {
        var queue = pointWaiting.get(block);
        var taken = new ArrayList<PointArrival>();
        while (!queue.isEmpty() && queue.peek().step < beforeStep) {
            taken.add(queue.remove());
        }
        return taken;
    }

    private void queue(int list, int index) {
        var times = network.eventLists().get(list).times_ms();
        if (index < times.length) {
            lists.add(new Due(stepOf(times[index]), list, index));
        }
    }

    private void deliver(int synapse, double t_ms, double weight_uS, Release.Memory[] memories, int input, int number) {
        if (weight_uS == 0) {
            return; // nothing is released, nothing is used up
        }
        var target = network.synapses().get(synapse);
        if (target.type() instanceof SynapseType.Point) {
            pointWaiting
                    .get(layout.blockOf[target.cell()])
                    .add(new PointArrival(stepOf(t_ms), layout.tableOf[synapse], layout.rowOf[synapse], number, t_ms));
            return;
        }
        memories[input] = target.type().releaseRule().event(memories[input], t_ms);
        double amount_uS = weight_uS * memories[input].released();
        var queue = waiting.get(layout.blockOf[target.cell()]);
        queue.add(new Arrival(stepOf(t_ms), layout.kindOf[synapse], layout.rowOf[synapse], amount_uS));
        if (layout.ownRowOf[synapse] >= 0) {
            queue.add(new Arrival(stepOf(t_ms), layout.kindOf[synapse], layout.ownRowOf[synapse], amount_uS));
        }
    }

    private int stepOf(double t_ms) {
        return Math.max(0, (int) Math.ceil(t_ms / dt_ms - 0.5 - ROUNDING_STEPS));
    }

    private static Release.Memory[] fresh(int count) {
        var memories = new Release.Memory[count];
        Arrays.fill(memories, Release.Memory.FRESH);
        return memories;
    }
}
