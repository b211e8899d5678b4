package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Exponential;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Logarithm;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Cell;
import io.brainwright.sim.model.solver.TableBuilder.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Fills a block: capacities, axial conductances, mechanism tables, the calcium pool, detectors, the state at time 0. */
final class BlockBuilder {
    private static final double GAS_J_per_mol_K = 8.31446261815324;
    private static final double FARADAY_C_per_mol = 96485.3321233;
    private final Network network;
    private final Layout layout;
    private final Block block;
    private final Map<Mechanism, Kinetics> kinetics;
    private final double dt_ms;
    /** Makes the block's tables. */
    final TableBuilder tables;

    BlockBuilder(Layout layout, Block block, Map<Mechanism, Kinetics> kinetics) {
        this.layout = layout;
        network = layout.network;
        this.block = block;
        this.kinetics = kinetics;
        dt_ms = network.run().dt_ms();
        tables = new TableBuilder(network, block, kinetics);
    }

    void fill() {
        Arrays.fill(block.v_mV, 0, block.elements, network.run().v_init_mV());
        var first = cell(0).model().ions();
        block.nernst_mV = 1000 * GAS_J_per_mol_K * (273.15 + network.run().celsius_degC()) / (2 * FARADAY_C_per_mol);
        block.lncao = Logarithm.ln(first.cao_mM());
        for (int lane = 0; lane < block.cells.length; lane++) {
            fillCable(lane);
        }
        fillEmptyLanes();
        var present = new TreeSet<Mechanism>();
        for (int lane = 0; lane < block.cells.length; lane++) {
            present.addAll(Layout.mechanismsOf(cell(lane)));
        }
        boolean onlyPool = present.stream()
                .noneMatch(m -> Objects.requireNonNull(kinetics.get(m)).writesCalcium());
        fillPool(places(Mechanism.CaDyn), onlyPool);
        present.remove(Mechanism.CaDyn);
        // those that set concentrations first, so that others start with them
        for (boolean pool : new boolean[] {true, false}) {
            for (var mechanism : present) {
                if (setsForOthers(mechanism) == pool) {
                    block.tables.add(tables.table(mechanism, places(mechanism)));
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
        var places = layout.places(block.cells[lane]);
        for (int node = 0; node < shape.count(); node++) {
            int e = block.element(lane, places[node]);
            double cm = cell.model().membrane(shape.group(node)).cm_uF_cm2();
            double c_nF = 1e-5 * cm * shape.area_um2(node); // uF/cm2 um2 = 1e-8 uF = 1e-5 nF
            block.capacity_uS[e] = c_nF / dt_ms;
            block.base_uS[e] = block.capacity_uS[e];
            setCalcium(e, cell.model().ions().cai_mM());
        }
        for (int node = 1; node < shape.count(); node++) {
            int e = block.element(lane, places[node]);
            int p = block.element(lane, places[shape.parent(node)]);
            double g_uS = shape.toParent_uS(node);
            block.parent[e] = p;
            block.toParent_uS[e] = g_uS;
            block.base_uS[e] += g_uS;
            block.base_uS[p] += g_uS;
        }
        if (cell.detectorNode() >= 0) {
            block.detectorElement[lane] = block.element(lane, places[cell.detectorNode()]);
            block.threshold_mV[lane] = cell.threshold_mV();
            block.above[lane] = network.run().v_init_mV() > cell.threshold_mV() ? 1 : 0;
        }
    }

    /** Empty lanes get the parents of the first, to which they are joined by no conductance. */
    private void fillEmptyLanes() {
        for (int e = block.width; e < block.elements; e++) {
            int lane = e % block.width;
            block.parent[e] = lane < block.cells.length ? block.parent[e] : block.parent[e - lane] + lane;
        }
    }

    private void setCalcium(int element, double cai_mM) {
        block.setCalcium(element, cai_mM);
    }

    private List<Place> places(Mechanism mechanism) {
        var found = new ArrayList<Place>();
        for (int lane = 0; lane < block.cells.length; lane++) {
            var cell = cell(lane);
            var shape = cell.shape();
            var places = layout.places(block.cells[lane]);
            for (int node = 0; node < shape.count(); node++) {
                var set = cell.model().membrane(shape.group(node)).mechanisms().get(mechanism);
                if (set != null && shape.area_um2(node) > 0) {
                    found.add(new Place(
                            block.element(lane, places[node]),
                            shape.area_um2(node),
                            shape.diameter_um(node),
                            shape.pathDistance_um(node),
                            node,
                            cell,
                            set,
                            null));
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a.element(), b.element()));
        return found;
    }

    private void fillPool(List<Place> places, boolean onlyPool) {
        // where another mechanism sets calcium too, no row may stand for a place of that one
        var rows = Rows.of(
                places.stream().mapToInt(Place::element).toArray(),
                block.elements,
                onlyPool ? TableBuilder.ALIGNED_FROM : Rows.NEVER);
        var pool = new CalciumPool(rows);
        var p = Mechanism.CaDyn.parameters();
        for (int row = 0; row < rows.count(); row++) {
            double decay_ms = places.getFirst().parameter(p.get(1));
            pool.setAbsent(row, block.cai_mM[rows.element()[row]], Exponential.expm1(-dt_ms / decay_ms));
        }
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            double min_mM = place.parameter(p.get(2));
            double gamma = place.parameter(p.get(0));
            double decay_ms = place.parameter(p.get(1));
            pool.set(rows.rowOf()[i], place.area_um2(), place.diameter_um(), gamma, decay_ms, min_mM, dt_ms);
            setCalcium(place.element(), min_mM);
        }
        block.pool = pool;
    }

    private boolean setsForOthers(Mechanism mechanism) {
        var k = Objects.requireNonNull(kinetics.get(mechanism));
        return k.writesCalcium() || k.fixedIons().containsValue(true);
    }
}
