package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where and when voltages first left the range of a membrane, and which mechanism did it: the cells concerned are stepped
 * once more in Java, among the spikes that the run had, and looked at after every step of its last epoch.
 */
final class Diagnosis {
    private final Network network;
    private final Layout layout;
    private final Deliveries deliveries;
    private final Drives drives;
    private final Epoch[] epochs;
    private final List<JavaBlock> stepped = new ArrayList<>();
    private final Workspace workspace;
    private final SpikeLog past;
    private int told;

    /**
     * @param cells of the block that failed
     * @param past all spikes of the run so far
     */
    Diagnosis(Network network, int[] cells, SpikeLog past) {
        this.network = network;
        this.past = past;
        layout = Layout.ofColumns(network, withCoupled(network, cells), 1);
        deliveries = new Deliveries(layout);
        drives = new Drives(layout);
        epochs = new Epoch[layout.blocks.size()];
        workspace = new Workspace(
                layout.blocks.stream().mapToInt(JavaSolver::rows).max().orElse(8));
        for (int b = 0; b < epochs.length; b++) {
            epochs[b] = new Epoch(layout.blocks.get(b), 1, drives.count(b));
            stepped.add(
                    new JavaBlock(layout.blocks.get(b), workspace, network.run().dt_ms()));
        }
    }

    private static BitSet withCoupled(Network network, int[] cells) {
        var own = new BitSet();
        Arrays.stream(cells).forEach(own::set);
        for (int before = -1; before != own.cardinality(); ) {
            before = own.cardinality();
            for (var g : network.gaps()) {
                if (own.get(g.cellA()) || own.get(g.cellB())) {
                    own.set(g.cellA());
                    own.set(g.cellB());
                }
            }
        }
        return own;
    }

    /**
     * The problem, as exactly as it can be told.
     *
     * @param first first step of the epoch that failed
     * @param end where it ended
     */
    Problem find(int first, int end) {
        for (int step = 0; step < end; step++) {
            var before = step < first ? null : Snapshot.of(layout);
            step(step);
            for (int b = 0; before != null && b < epochs.length; b++) {
                int at = wrong(layout.blocks.get(b));
                if (at >= 0) {
                    return problem(b, at, step, before);
                }
            }
        }
        throw new IllegalStateException("the cells went wrong in the run, but not when they were stepped again");
    }

    private void step(int step) {
        while (told < past.size() && past.step(told) <= step) {
            deliveries.spike(past.cell(told), past.step(told) * network.run().dt_ms());
            told++;
        }
        deliveries.fetchLists(step + 1);
        for (int b = 0; b < epochs.length; b++) {
            epochs[b].clear();
            epochs[b].arrivals = deliveries.take(b, step + 1);
            epochs[b].pointArrivals = deliveries.takePoints(b, step + 1);
            drives.fill(b, step, 1, epochs[b].drives);
        }
        for (int b = 0; b < epochs.length; b++) {
            stepped.get(b).run(step, 1, epochs[b]);
        }
    }

    /** The element that is furthest out of range, or not a number; -1 where there is none. */
    private static int wrong(Block block) {
        int worst = -1;
        for (int i = 0; i < block.elements; i++) {
            if (!JavaBlock.withinRange(new double[] {block.v_mV[i]}, 1)
                    && (worst < 0 || Math.abs(block.v_mV[i]) > Math.abs(block.v_mV[worst]))) {
                worst = i;
            }
        }
        return worst;
    }

    private Problem problem(int b, int worst, int step, Snapshot before) {
        var block = layout.blocks.get(b);
        double v_mV = block.v_mV[worst];
        var culprit = culprit(b, worst, step, before);
        int at = culprit.element() < 0 ? worst : culprit.element();
        int cell = block.cells[at % block.width];
        int node = layout.node(cell, at);
        var shape = network.cells().get(cell).shape();
        double t_ms = Math.rint((step + 1) * network.run().dt_ms() * 1e9) / 1e9;
        return new Problem(
                Kind.INVALID,
                "VOLTAGE_OUT_OF_RANGE",
                "The voltage of cell %d, section %d, x = %.3g, is %s at %s ms: %s."
                        .formatted(
                                network.cells().get(cell).gid(),
                                shape.section(node),
                                shape.x(node),
                                Double.isNaN(v_mV) ? "not a number" : "%.4g mV".formatted(v_mV),
                                t_ms,
                                culprit.what()),
                "Check the parameters of that mechanism there, injected currents, synaptic weights and the time step.",
                Map.of(
                        "gid",
                        String.valueOf(network.cells().get(cell).gid()),
                        "section",
                        String.valueOf(shape.section(node)),
                        "x",
                        String.valueOf(shape.x(node)),
                        "t_ms",
                        String.valueOf(t_ms),
                        "v_mV",
                        String.valueOf(v_mV),
                        "mechanism",
                        culprit.mechanism()));
    }

    /** What did it; an element below 0 is where the voltage is worst. */
    private record Culprit(int element, String mechanism, String what) {}

    private Culprit culprit(int b, int worst, int step, Snapshot before) {
        before.restore();
        var block = layout.blocks.get(b);
        Culprit strongest = null;
        double most_nA = 0;
        for (var table : block.tables) {
            var state = notANumber(table, block);
            if (state != null) {
                return state;
            }
            Arrays.fill(block.diagonal_uS, 0);
            Arrays.fill(block.right_nA, 0);
            new JavaMechanism(block, table, workspace, network.run().dt_ms())
                    .addCurrents((step + 0.5) * network.run().dt_ms());
            for (int i = 0; i < block.elements; i++) {
                double i_nA = block.right_nA[i] - block.diagonal_uS[i] * block.v_mV[i];
                if (!Double.isFinite(i_nA)) {
                    return new Culprit(
                            i, table.mechanism().name(), "the current of %s is %s".formatted(table.mechanism(), i_nA));
                }
                if (i == worst && Math.abs(i_nA) > most_nA) {
                    most_nA = Math.abs(i_nA);
                    strongest = new Culprit(
                            -1,
                            table.mechanism().name(),
                            "of its mechanisms %s brings the most, %.4g nA".formatted(table.mechanism(), i_nA));
                }
            }
        }
        double injected_nA = injected(b, worst);
        if (strongest == null || Math.abs(injected_nA) > most_nA) {
            return new Culprit(-1, "", "what is injected there is %.4g nA".formatted(injected_nA));
        }
        return strongest;
    }

    private double injected(int b, int element) {
        var block = layout.blocks.get(b);
        double sum_nA = 0;
        for (int d = 0; d < block.driveElement.length; d++) {
            if (block.driveElement[d] == element) {
                sum_nA += epochs[b].drives[2 * d + 1] - epochs[b].drives[2 * d] * block.v_mV[element];
            }
        }
        return sum_nA;
    }

    private static @Nullable Culprit notANumber(MechanismTable table, Block block) {
        for (var column : table.columns().entrySet()) {
            boolean perRow =
                    column.getValue().length == table.rows() && !column.getKey().startsWith("@");
            for (int row = 0; perRow && row < table.rows(); row++) {
                int element = table.element()[row];
                if (!Double.isFinite(column.getValue()[row]) && element < block.elements) {
                    return new Culprit(
                            element,
                            table.mechanism().name(),
                            "'%s' of %s is %s".formatted(column.getKey(), table.mechanism(), column.getValue()[row]));
                }
            }
        }
        return null;
    }

    /** All columns of the blocks, copied. */
    private record Snapshot(List<double[]> columns, List<double[]> copies) {
        static Snapshot of(Layout layout) {
            var columns = new ArrayList<double[]>();
            for (var b : layout.blocks) {
                columns.addAll(List.of(b.v_mV, b.cai_mM, b.lncai, b.eca_mV));
                for (var table : b.tables) {
                    columns.addAll(table.columns().values());
                }
            }
            return new Snapshot(columns, columns.stream().map(double[]::clone).toList());
        }

        void restore() {
            for (int i = 0; i < columns.size(); i++) {
                System.arraycopy(copies.get(i), 0, columns.get(i), 0, copies.get(i).length);
            }
        }
    }
}
