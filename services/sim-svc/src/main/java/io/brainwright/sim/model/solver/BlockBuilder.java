package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Logarithm;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/** Fills a block: capacities, axial conductances, mechanism tables, the calcium pool, detectors, the state at time 0. */
final class BlockBuilder {
    private static final double GAS_J_per_mol_K = 8.31446261815324;
    private static final double FARADAY_C_per_mol = 96485.3321233;
    /** chosen, not timed: from this share of elements on, absent places are computed too, which saves gathering. */
    private static final double DENSE_FROM = 0.7;

    private final Network network;
    private final Block block;
    private final Map<Mechanism, Kinetics> kinetics;
    private final double dt_ms;
    /** By variable, by element. */
    private final Map<String, Map<Integer, Double>> fixedIons = new HashMap<>();

    BlockBuilder(Network network, Block block, Map<Mechanism, Kinetics> kinetics) {
        this.network = network;
        this.block = block;
        this.kinetics = kinetics;
        dt_ms = network.run().dt_ms();
    }

    /** A place of a mechanism. */
    private record Place(
            int element, double area_um2, double diameter_um, double path_um, Cell cell, Map<String, Scaled> set) {
        double parameter(Mechanism.Parameter p) {
            var scaled = set.get(p.name());
            return scaled == null ? p.value() : scaled.at(path_um);
        }
    }

    void fill() {
        Arrays.fill(block.v_mV, 0, block.elements, network.run().v_init_mV());
        var first = cell(0).model().ions();
        block.nernst_mV = 1000 * GAS_J_per_mol_K * (273.15 + network.run().celsius_degC()) / (2 * FARADAY_C_per_mol);
        block.lncao = Logarithm.ln(first.cao_mM());
        for (int lane = 0; lane < block.width; lane++) {
            fillCable(lane);
        }
        var present = new TreeSet<Mechanism>();
        for (int lane = 0; lane < block.width; lane++) {
            present.addAll(Layout.mechanismsOf(cell(lane)));
        }
        fillPool(places(Mechanism.CaDyn));
        present.remove(Mechanism.CaDyn);
        // those that set concentrations first, so that others start with them
        for (boolean pool : new boolean[] {true, false}) {
            for (var mechanism : present) {
                if (setsForOthers(mechanism) == pool) {
                    block.tables.add(table(mechanism, places(mechanism)));
                }
            }
        }
    }

    private Cell cell(int lane) {
        return network.cells().get(block.cells[lane]);
    }

    private void fillCable(int lane) {
        var cell = cell(lane);
        var shape = cell.shape();
        for (int node = 0; node < shape.count(); node++) {
            int e = block.element(lane, node);
            double cm = cell.model().membrane(shape.group(node)).cm_uF_cm2();
            double c_nF = 1e-5 * cm * shape.area_um2(node); // uF/cm2 um2 = 1e-8 uF = 1e-5 nF
            block.capacity_uS[e] = c_nF / dt_ms;
            block.base_uS[e] = block.capacity_uS[e];
            setCalcium(e, cell.model().ions().cai_mM());
        }
        for (int node = 1; node < shape.count(); node++) {
            int e = block.element(lane, node);
            int p = block.element(lane, shape.parent(node));
            double g_uS = shape.toParent_uS(node);
            block.parent[e] = p;
            block.toParent_uS[e] = g_uS;
            block.base_uS[e] += g_uS;
            block.base_uS[p] += g_uS;
        }
        if (cell.detectorNode() >= 0) {
            block.detectorElement[lane] = block.element(lane, cell.detectorNode());
            block.threshold_mV[lane] = cell.threshold_mV();
            block.above[lane] = network.run().v_init_mV() > cell.threshold_mV() ? 1 : 0;
        }
    }

    private void setCalcium(int element, double cai_mM) {
        block.setCalcium(element, cai_mM);
    }

    private List<Place> places(Mechanism mechanism) {
        var found = new ArrayList<Place>();
        for (int lane = 0; lane < block.width; lane++) {
            var cell = cell(lane);
            var shape = cell.shape();
            for (int node = 0; node < shape.count(); node++) {
                var set = cell.model().membrane(shape.group(node)).mechanisms().get(mechanism);
                if (set != null && shape.area_um2(node) > 0) {
                    found.add(new Place(
                            block.element(lane, node),
                            shape.area_um2(node),
                            shape.diameter_um(node),
                            shape.pathDistance_um(node),
                            cell,
                            set));
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a.element, b.element));
        return found;
    }

    private void fillPool(List<Place> places) {
        var pool = new CalciumPool(places.size(), block.elements);
        var p = Mechanism.CaDyn.parameters();
        for (int row = 0; row < places.size(); row++) {
            var place = places.get(row);
            double min_mM = place.parameter(p.get(2));
            double gamma = place.parameter(p.get(0));
            double decay_ms = place.parameter(p.get(1));
            pool.set(row, place.element, place.area_um2, place.diameter_um, gamma, decay_ms, min_mM, dt_ms);
            setCalcium(place.element, min_mM);
        }
        block.pool = pool;
    }

    private MechanismTable table(Mechanism mechanism, List<Place> places) {
        boolean perArea = Objects.requireNonNull(kinetics.get(mechanism)).perArea();
        boolean pool = Objects.requireNonNull(kinetics.get(mechanism)).writesCalcium();
        boolean dense = !pool && places.size() >= DENSE_FROM * block.elements;
        int rows = dense ? block.elements : (places.size() + 7) / 8 * 8;
        var element = new int[rows];
        for (int i = 0; i < rows; i++) {
            element[i] = dense ? i : i < places.size() ? places.get(i).element : block.elements;
        }
        var columns = new HashMap<String, double[]>();
        for (var p : mechanism.parameters()) {
            boolean density = p.name().endsWith("_S_cm2") && !perArea;
            var column = new double[rows];
            Arrays.fill(column, density ? 0 : p.value());
            for (int i = 0; i < places.size(); i++) {
                var place = places.get(i);
                double perPlace = density ? 1e-2 * place.area_um2 : 1; // S/cm2 um2 = 1e-8 S = 1e-2 uS
                column[dense ? place.element : i] = place.parameter(p) * perPlace;
            }
            columns.put(p.name(), column);
        }
        reversal(
                columns,
                "ena",
                rows,
                dense,
                places,
                i -> places.get(i).cell.model().ions().ena_mV());
        reversal(
                columns,
                "ek",
                rows,
                dense,
                places,
                i -> places.get(i).cell.model().ions().ek_mV());
        extras(columns, mechanism, rows, dense, places);
        var table = new MechanismTable(
                mechanism, Objects.requireNonNull(kinetics.get(mechanism)), rows, dense, element, columns);
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
    private void extras(
            Map<String, double[]> columns, Mechanism mechanism, int rows, boolean dense, List<Place> places) {
        if (!Objects.requireNonNull(kinetics.get(mechanism)).perArea()) {
            return;
        }
        reversal(columns, Formulas.AREA, rows, dense, places, i -> 1e-2 * places.get(i).area_um2);
        reversal(columns, "area", rows, dense, places, i -> places.get(i).area_um2);
        reversal(columns, "diam", rows, dense, places, i -> places.get(i).diameter_um);
        reversal(
                columns,
                "cao",
                rows,
                dense,
                places,
                i -> places.get(i).cell.model().ions().cao_mM());
    }

    private boolean setsForOthers(Mechanism mechanism) {
        var k = Objects.requireNonNull(kinetics.get(mechanism));
        return k.writesCalcium() || k.fixedIons().containsValue(true);
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
            Map<String, double[]> columns,
            String name,
            int rows,
            boolean dense,
            List<Place> places,
            IntToDoubleFunction of) {
        if (columns.containsKey(name)) {
            return; // a parameter of the mechanism's own
        }
        var column = new double[rows];
        for (int i = 0; i < places.size(); i++) {
            column[dense ? places.get(i).element : i] = of.applyAsDouble(i);
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

    private double[] start(MechanismTable table, Expression value) {
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
