package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network.Recording;
import io.brainwright.sim.model.network.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the array and index of every recorded value. */
final class ProbePlaces {
    private final Layout layout;

    ProbePlaces(Layout layout) {
        this.layout = layout;
    }

    /** One recorded value: where it lies, and its place in the frame. */
    private record Spot(double[] source, int index, int place) {}

    void fill() {
        var recordings = layout.network.recordings();
        for (int r = 0; r < recordings.size(); r++) {
            var recording = recordings.get(r);
            var spots = new ArrayList<List<Spot>>();
            layout.blocks.forEach(_ -> spots.add(new ArrayList<>()));
            for (int place = 0; place < recording.cells().length; place++) {
                if (!layout.has(recording.cells()[place])) {
                    continue;
                }
                int b = layout.blockOf[recording.cells()[place]];
                spots.get(b).add(spot(layout.blocks.get(b), recording, place));
            }
            for (int b = 0; b < spots.size(); b++) {
                if (!spots.get(b).isEmpty()) {
                    layout.blocks.get(b).probes.add(probe(r, recording, spots.get(b)));
                }
            }
        }
    }

    private Block.Probe probe(int r, Recording recording, List<Spot> spots) {
        int every =
                (int) Math.round(recording.interval_ms() / layout.network.run().dt_ms());
        return new Block.Probe(
                r,
                every,
                recording.cells().length,
                spots.stream().map(Spot::source).toArray(double[][]::new),
                spots.stream().mapToInt(Spot::index).toArray(),
                spots.stream().mapToInt(Spot::place).toArray());
    }

    private Spot spot(Block block, Recording recording, int place) {
        int element = layout.element(recording.cells()[place], recording.nodes()[place]);
        return switch (recording.variable()) {
            case Variable.Voltage _ -> new Spot(block.v_mV, element, place);
            case Variable.Calcium _ -> new Spot(block.cai_mM, element, place);
            case Variable.State(Mechanism mechanism, String state) ->
                stateSpot(block, mechanism, state, element, place);
            case Variable.PointState(int synapse, String name) -> pointSpot(block, synapse, name, place);
            case Variable.PointStates(List<Integer> synapses, String name) ->
                pointSpot(block, synapses.get(place), name, place);
            case Variable.Exponential(int synapse, int exponential) -> synapseSpot(block, synapse, exponential, place);
            case Variable.Exponentials(List<Integer> synapses, int exponential) ->
                synapseSpot(block, synapses.get(place), exponential, place);
        };
    }

    private Spot synapseSpot(Block block, int synapse, int exponential, int place) {
        return new Spot(table(block, layout.kindOf[synapse]).state[exponential], layout.ownRowOf[synapse], place);
    }

    private Spot pointSpot(Block block, int synapse, String name, int place) {
        var table = block.tables.get(layout.tableOf[synapse]);
        var column = table.columns().get(name);
        if (column == null) {
            throw new Problem(
                    Kind.INVALID,
                    "NOTHING_TO_RECORD",
                    "%s keeps no '%s'.".formatted(table.mechanism(), name),
                    "It keeps %s.".formatted(kept(table)),
                    Map.of("state", name, "mechanism", table.mechanism().name()));
        }
        return new Spot(column, layout.rowOf[synapse], place);
    }

    private static List<String> kept(MechanismTable table) {
        return table.columns().keySet().stream()
                .filter(c -> !c.contains("@"))
                .sorted()
                .toList();
    }

    private static SynapseTable table(Block block, SynapseTable.Kind kind) {
        return block.synapses.stream().filter(t -> t.kind == kind).findFirst().orElseThrow();
    }

    private static Spot stateSpot(Block block, Mechanism mechanism, String state, int element, int place) {
        if (mechanism == Mechanism.CaDyn) {
            for (int row = 0; row < block.pool.rows; row++) {
                if (block.pool.element[row] == element) {
                    return new Spot(block.pool.cai_mM, row, place);
                }
            }
        }
        for (var table : block.tables) {
            if (table.mechanism() == mechanism && table.columns().containsKey(state) && table.rowOf(element) >= 0) {
                return new Spot(table.column(state), table.rowOf(element), place);
            }
        }
        throw new Problem(
                Kind.INVALID,
                "NOTHING_TO_RECORD",
                "State '%s' of %s is not at the recorded place.".formatted(state, mechanism),
                "Record a state of a mechanism that the place has; %s has %s.".formatted(mechanism, mechanism.states()),
                Map.of("state", state, "mechanism", mechanism.name()));
    }
}
