package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Chance;
import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Cell;
import io.brainwright.sim.model.network.Network.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes the table of a mechanism in a block: parameters, what its formulas may name, the states at time 0. */
final class TableBuilder {
    /** chosen: where so many of eight neighbours have a mechanism, the others are computed too, which saves gathering and scattering. */
    static final int ALIGNED_FROM = 6;

    private final Network network;
    private final Block block;
    private final Map<Mechanism, Kinetics> kinetics;
    /** By variable, by element. */
    private final Map<String, Map<Integer, Double>> fixedIons = new HashMap<>();

    TableBuilder(Network network, Block block, Map<Mechanism, Kinetics> kinetics) {
        this.network = network;
        this.block = block;
        this.kinetics = kinetics;
    }

    /**
     * A place of a mechanism.
     *
     * @param number of the node, or of the point process, within its cell
     * @param stream whence it draws; null: by the run's seed, its cell and its number
     */
    record Place(
            int element,
            double area_um2,
            double diameter_um,
            double path_um,
            int number,
            Cell cell,
            Map<String, Scaled> set,
            @Nullable Stream stream) {
        double[] key(long seed, String name) {
            return stream == null
                    ? Chance.key(seed, name, cell.gid(), number)
                    : Chance.key(stream.seed(), name + "@" + stream.name(), stream.id(), 0);
        }

        double parameter(Mechanism.Parameter p) {
            var scaled = set.get(p.name());
            return scaled == null ? p.value() : scaled.at(path_um);
        }
    }

    MechanismTable table(Mechanism mechanism, List<Place> places) {
        var equations = Objects.requireNonNull(kinetics.get(mechanism));
        boolean perArea = equations.perArea();
        boolean single = equations.writesCalcium() || mechanism.isPoint() || needsPlace(equations);
        var rows = Rows.of(
                places.stream().mapToInt(Place::element).toArray(), block.elements, single ? Rows.NEVER : ALIGNED_FROM);
        var columns = new HashMap<String, double[]>();
        for (var p : mechanism.parameters()) {
            boolean density = p.name().endsWith("_S_cm2") && !perArea;
            var column = new double[rows.count()];
            // absent places: no density, the rest like the first place, so that equal columns stay so
            Arrays.fill(
                    column,
                    density
                            ? 0
                            : places.isEmpty() ? p.value() : places.getFirst().parameter(p));
            for (int i = 0; i < places.size(); i++) {
                var place = places.get(i);
                double perPlace = density ? 1e-2 * place.area_um2 : 1; // S/cm2 um2 = 1e-8 S = 1e-2 uS
                column[rows.rowOf()[i]] = place.parameter(p) * perPlace;
            }
            columns.put(p.name(), column);
        }
        reversal(
                columns,
                "ena",
                rows,
                places,
                i -> places.get(i).cell.model().ions().ena_mV());
        reversal(
                columns,
                "ek",
                rows,
                places,
                i -> places.get(i).cell.model().ions().ek_mV());
        extras(columns, mechanism, rows, places);
        randoms(columns, mechanism, equations, rows.count(), places);
        var table = new MechanismTable(
                mechanism,
                Objects.requireNonNull(kinetics.get(mechanism)),
                rows.count(),
                rows.aligned(),
                rows.element(),
                columns);
        if (!table.kinetics().fixedIons().containsValue(true)) {
            shareIons(table);
        }
        startStates(table);
        if (table.kinetics().fixedIons().containsValue(true)) {
            shareIons(table);
        }
        return table;
    }

    /** What formulas of mechanisms that are read from text may name: area, diameter, ions that stay as they are. */
    private void extras(Map<String, double[]> columns, Mechanism mechanism, Rows rows, List<Place> places) {
        if (!Objects.requireNonNull(kinetics.get(mechanism)).perArea() && !mechanism.isPoint()) {
            return;
        }
        reversal(columns, Formulas.AREA, rows, places, i -> 1e-2 * places.get(i).area_um2);
        reversal(columns, "area", rows, places, i -> places.get(i).area_um2);
        reversal(columns, "diam", rows, places, i -> places.get(i).diameter_um);
        reversal(
                columns,
                "cao",
                rows,
                places,
                i -> places.get(i).cell.model().ions().cao_mM());
    }

    /** Whether its formulas mean nothing where the mechanism is absent: they divide by an area or draw. */
    private static boolean needsPlace(Kinetics equations) {
        return !equations.randoms().isEmpty()
                || Formulas.read(equations).stream().anyMatch(n -> n.equals("area") || n.equals("diam"));
    }

    /** The keys of random generators, by seed, cell and place. */
    private void randoms(
            Map<String, double[]> columns, Mechanism mechanism, Kinetics equations, int rows, List<Place> places) {
        for (var random : equations.randoms()) {
            for (int word = 0; word < 2; word++) {
                columns.put(Kinetics.keyColumn(random, word), new double[rows]);
            }
            for (int i = 0; i < places.size(); i++) {
                var place = places.get(i);
                var key = place.key(network.run().seed(), mechanism.name() + "." + random);
                for (int word = 0; word < 2; word++) {
                    Objects.requireNonNull(columns.get(Kinetics.keyColumn(random, word)))[i] = key[word];
                }
            }
        }
    }

    /** Concentrations that one mechanism of a place sets are what the others there read. */
    private void shareIons(MechanismTable table) {
        table.kinetics().fixedIons().forEach((ion, sets) -> {
            var here = table.column(ion);
            var ofBlock = fixedIons.computeIfAbsent(ion, _ -> new HashMap<>());
            for (int i = 0; i < table.rows(); i++) {
                if (sets) {
                    ofBlock.put(table.element()[i], here[i]);
                } else {
                    here[i] = ofBlock.getOrDefault(table.element()[i], here[i]);
                }
            }
        });
    }

    private static void reversal(
            Map<String, double[]> columns, String name, Rows rows, List<Place> places, IntToDoubleFunction of) {
        if (columns.containsKey(name)) {
            return; // a parameter of the mechanism's own
        }
        var column = new double[rows.count()];
        if (!places.isEmpty() && !name.equals(Formulas.AREA)) {
            Arrays.fill(column, of.applyAsDouble(0)); // absent places have no area, and else what the first has
        }
        for (int i = 0; i < places.size(); i++) {
            column[rows.rowOf()[i]] = of.applyAsDouble(i);
        }
        columns.put(name, column);
    }

    /** Gates begin at their steady state for the initial voltage; other columns as their mechanism says. */
    private void startStates(MechanismTable table) {
        int rows = table.rows();
        for (var state : table.kinetics().start()) {
            table.columns().putIfAbsent(state.name(), new double[rows]);
        }
        for (var gate : table.kinetics().gates()) {
            table.columns().put(gate.name(), start(table, gate.inf()));
        }
        var values = new ArrayList<double[]>();
        table.kinetics().start().forEach(s -> values.add(start(table, s.value())));
        for (int i = 0; i < values.size(); i++) {
            var name = table.kinetics().start().get(i).name();
            table.columns().put(name, values.get(i));
            if (name.equals("cai")) {
                for (int row = 0; row < rows; row++) {
                    block.setCalcium(table.element()[row], values.get(i)[row]);
                }
            }
        }
    }

    /** Values of a formula at time 0, one per row. */
    double[] start(MechanismTable table, Expression value) {
        int rows = table.rows();
        var program = new BoundProgram(
                new Program(List.of(Formulas.copied(value))),
                1,
                name -> startColumn(table, name),
                new Workspace(rows),
                0);
        program.run(rows);
        return program.output(0).clone();
    }

    private double[] startColumn(MechanismTable table, String name) {
        var column = new double[table.rows()];
        for (int i = 0; i < column.length; i++) {
            int at = table.element()[i];
            column[i] = switch (name) {
                case "v" -> network.run().v_init_mV();
                case "t", "ica_nA" -> 0;
                case "eca" -> block.eca_mV[at];
                case "lncai" -> block.lncai[at];
                case "cai" -> block.cai_mM[at];
                default -> table.column(name)[i];
            };
        }
        return column;
    }
}
