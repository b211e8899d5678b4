package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Receive;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.solver.TableBuilder.Place;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts every point process of a block in a row of its mechanism's table, and the arguments of its inputs in columns beside it. */
final class PointPlaces {
    private final Layout layout;
    private final int b;
    private final Block block;
    private final TableBuilder builder;
    private final PointIndex index;

    PointPlaces(Layout layout, int b, TableBuilder builder, PointIndex index) {
        this.layout = layout;
        this.b = b;
        block = layout.blocks.get(b);
        this.builder = builder;
        this.index = index;
    }

    /** An input: a connection or an event list. */
    private record Input(int synapse, double weight, Map<String, Double> given) {}

    void fill() {
        var synapses = layout.network.synapses();
        var mine = index.of(b);
        var made = new HashMap<Mechanism, MechanismTable>();
        mine.forEach((mechanism, all) -> {
            all.sort(Comparator.comparing(
                            (Integer s) -> layout.laneOf[synapses.get(s).cell()])
                    .thenComparing(this::element)
                    .thenComparing(s -> s));
            var places = new ArrayList<Place>();
            for (int row = 0; row < all.size(); row++) {
                layout.rowOf[all.get(row)] = row;
                places.add(place(all.get(row)));
            }
            var table = builder.table(mechanism, places);
            made.put(mechanism, table);
            block.tables.add(table);
            arguments(table, all);
            slots(table);
        });
        block.tables.sort(Comparator.comparing(MechanismTable::mechanism)); // as the OpenCL program calls them
        mine.forEach(
                (mechanism, all) -> all.forEach(s -> layout.tableOf[s] = block.tables.indexOf(made.get(mechanism))));
    }

    private int element(int synapse) {
        var s = layout.network.synapses().get(synapse);
        return layout.element(s.cell(), s.node());
    }

    private Place place(int synapse) {
        var s = layout.network.synapses().get(synapse);
        var cell = layout.network.cells().get(s.cell());
        var set = new HashMap<String, Scaled>();
        if (s.type() instanceof SynapseType.Point(var _, var parameters)) {
            parameters.forEach((name, value) -> set.put(name, Scaled.of(value)));
        }
        var shape = cell.shape();
        return new Place(
                element(synapse),
                shape.area_um2(s.node()),
                shape.diameter_um(s.node()),
                shape.pathDistance_um(s.node()),
                index.number(synapse),
                cell,
                set,
                s.stream());
    }

    /** One element per input in the column of each argument, and a last one for events that no input brought. */
    private void arguments(MechanismTable table, List<Integer> synapses) {
        var receive = table.kinetics().receive();
        var inputs = inputs(synapses);
        if (receive == null) {
            if (!inputs.isEmpty()) {
                throw new Problem(
                        Kind.INVALID,
                        "TAKES_NO_EVENTS",
                        "%s has no NET_RECEIVE and takes no events.".formatted(table.mechanism()),
                        "Leave out its inputs, or give it a NET_RECEIVE block.",
                        Map.of("mechanism", table.mechanism().name()));
            }
            return;
        }
        for (int w = 0; w < receive.watches().size(); w++) {
            table.columns().put(Receive.watch(w), new double[table.rows()]);
        }
        int length = (inputs.size() + 8) / 8 * 8;
        for (int a = 0; a < receive.arguments().size(); a++) {
            var column = new double[length];
            for (int i = 0; i < inputs.size(); i++) {
                // without INITIAL all but the weight begin at 0, as everywhere in NMODL
                column[i] = a == 0
                        ? inputs.get(i).weight
                        : given(table, inputs.get(i), receive.arguments().get(a));
            }
            table.columns().put(Receive.argument(receive.arguments().get(a)), column);
        }
        if (!receive.watches().isEmpty()) {
            var none = new double[table.rows()];
            Arrays.fill(none, lastInput(table, receive));
            table.columns().put(Receive.NO_INPUT, none);
        }
        var first = new ArrayList<double[]>();
        receive.initial().forEach(s -> first.add(initial(table, s.value(), inputs, length)));
        for (int i = 0; i < first.size(); i++) {
            table.columns().put(Receive.argument(receive.initial().get(i).name()), first.get(i));
        }
    }

    private static double given(MechanismTable table, Input input, String argument) {
        for (var name : input.given.keySet()) {
            if (!table.mechanism().arguments().contains(name)) {
                throw new Problem(
                        Kind.INVALID,
                        "NO_SUCH_ARGUMENT",
                        "An input of %s has no argument '%s'.".formatted(table.mechanism(), name),
                        "NET_RECEIVE has %s.".formatted(table.mechanism().arguments()),
                        Map.of("mechanism", table.mechanism().name(), "argument", name));
            }
        }
        return input.given.getOrDefault(argument, 0.0);
    }

    /** A table's inputs in the order of the network; their numbers go to the layout. */
    private List<Input> inputs(List<Integer> synapses) {
        var inputs = new ArrayList<Input>();
        for (int c : index.connections(synapses)) {
            var connection = layout.network.connections().get(c);
            layout.inputOfConnection[c] = inputs.size();
            inputs.add(new Input(connection.synapse(), connection.weight_uS(), connection.arguments()));
        }
        for (int l : index.lists(synapses)) {
            var list = layout.network.eventLists().get(l);
            layout.inputOfList[l] = inputs.size();
            inputs.add(new Input(list.synapse(), list.weight_uS(), list.arguments()));
        }
        return inputs;
    }

    private double[] initial(MechanismTable table, Expression value, List<Input> inputs, int length) {
        var program = new BoundProgram(
                new Program(List.of(Formulas.copied(value))),
                1,
                name -> inputColumn(table, name, inputs, length),
                new Workspace(length),
                0);
        program.run(length);
        var column = Arrays.copyOf(program.output(0), length);
        Arrays.fill(column, inputs.size(), length, 0);
        return column;
    }

    private double[] inputColumn(MechanismTable table, String name, List<Input> inputs, int length) {
        var column = new double[length];
        for (int i = 0; i < inputs.size(); i++) {
            column[i] = switch (name) {
                case "t", "flag" -> 0;
                case "v" -> layout.network.run().v_init_mV();
                default ->
                    name.startsWith("@")
                            ? table.column(name)[i]
                            : table.column(name)[layout.rowOf[inputs.get(i).synapse]];
            };
        }
        return column;
    }

    /** Room for the events that the processes send to themselves; those of INITIAL wait there from the start. */
    private void slots(MechanismTable table) {
        var receive = table.kinetics().receive();
        if (receive == null || !receive.sendsToItself()) {
            return;
        }
        if (receive.firstSends().size() > Receive.SLOTS) {
            throw new Problem(
                    Kind.INVALID,
                    "TOO_MANY_SELF_EVENTS",
                    "%s sends itself %d events in INITIAL."
                            .formatted(table.mechanism(), receive.firstSends().size()),
                    "At most %d may wait at once.".formatted(Receive.SLOTS),
                    Map.of("mechanism", table.mechanism().name()));
        }
        for (int slot = 0; slot < Receive.SLOTS; slot++) {
            var due = new double[table.rows()];
            Arrays.fill(due, Receive.NEVER_ms);
            var flag = new double[table.rows()];
            if (slot < receive.firstSends().size()) {
                var send = receive.firstSends().get(slot);
                due = builder.start(table, send.due_ms());
                flag = builder.start(table, send.flag());
                for (int row = 0; row < table.rows(); row++) {
                    due[row] = table.element()[row] == block.elements ? Receive.NEVER_ms : due[row];
                }
            }
            var input = new double[table.rows()];
            Arrays.fill(input, lastInput(table, receive));
            table.columns().put(Receive.slot("due", slot), due);
            table.columns().put(Receive.slot("flag", slot), flag);
            table.columns().put(Receive.slot("input", slot), input);
        }
    }

    /** The place of arguments that no input has. */
    static int lastInput(MechanismTable table, Receive receive) {
        return receive.arguments().isEmpty()
                ? 0
                : table.column(Receive.argument(receive.arguments().getFirst())).length - 1;
    }
}
