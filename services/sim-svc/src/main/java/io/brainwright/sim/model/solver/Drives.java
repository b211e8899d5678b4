package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Clamp;
import io.brainwright.sim.model.network.Network.Conductance;
import io.brainwright.sim.model.network.Network.Current;
import io.brainwright.sim.model.network.Network.Gap;
import io.brainwright.sim.model.network.Network.Stimulus;
import io.brainwright.sim.model.network.Network.Waveform;
import java.util.ArrayList;
import java.util.List;

/**
 * What is injected from outside the membrane into a block: a conductance and a current at an element, step by step.
 *
 * <p>A current step is (0, I); a conductance g towards E is (g, g E); a clamp to V through R is (1/R, V/R); a gap junction is (g, g V of the other side).
 */
final class Drives {
    /** One driven element. */
    private sealed interface Drive {
        /** From a stimulus of the network. */
        record Stimulated(Stimulus stimulus) implements Drive {}

        /** One side of a gap junction. */
        record Coupled(double g_uS, int otherBlock, int otherElement) implements Drive {}
    }

    private final Layout layout;
    private final double dt_ms;
    private final List<List<Drive>> drives = new ArrayList<>();

    Drives(Layout layout) {
        this.layout = layout;
        dt_ms = layout.network.run().dt_ms();
        var elements = new ArrayList<List<Integer>>();
        for (var _ : layout.blocks) {
            drives.add(new ArrayList<>());
            elements.add(new ArrayList<>());
        }
        for (var s : layout.network.stimuli()) {
            if (!layout.has(s.cell())) {
                continue;
            }
            int b = layout.blockOf[s.cell()];
            drives.get(b).add(new Drive.Stimulated(s));
            elements.get(b).add(layout.element(s.cell(), s.node()));
        }
        for (var g : layout.network.gaps()) {
            couple(elements, g, g.cellA(), g.nodeA(), g.cellB(), g.nodeB());
            couple(elements, g, g.cellB(), g.nodeB(), g.cellA(), g.nodeA());
        }
        for (int b = 0; b < drives.size(); b++) {
            layout.blocks.get(b).driveElement =
                    elements.get(b).stream().mapToInt(e -> e).toArray();
        }
    }

    private void couple(List<List<Integer>> elements, Gap g, int cell, int node, int otherCell, int otherNode) {
        assert layout.has(cell) == layout.has(otherCell) : "a gap junction between partitions";
        if (!layout.has(cell)) {
            return;
        }
        int b = layout.blockOf[cell];
        drives.get(b).add(new Drive.Coupled(g.g_uS(), layout.blockOf[otherCell], layout.element(otherCell, otherNode)));
        elements.get(b).add(layout.element(cell, node));
    }

    /**
     * Values of a block's drives.
     *
     * @param values conductance (uS) and current (nA) of each drive, step after step
     */
    void fill(int block, int firstStep, int steps, double[] values) {
        var mine = drives.get(block);
        int at = 0;
        for (int k = firstStep; k < firstStep + steps; k++) {
            double middle_ms = (k + 0.5) * dt_ms;
            for (var drive : mine) {
                switch (drive) {
                    case Drive.Stimulated(Current c) -> {
                        values[at] = 0;
                        values[at + 1] = c.at_nA(middle_ms);
                    }
                    case Drive.Stimulated(Waveform w) -> {
                        values[at] = 0;
                        values[at + 1] = w.at_nA(middle_ms);
                    }
                    case Drive.Stimulated(Conductance g) -> {
                        values[at] = g.at_uS(middle_ms);
                        values[at + 1] = values[at] * g.e_mV();
                    }
                    case Drive.Stimulated(Clamp c) -> clamp(c, middle_ms, values, at);
                    case Drive.Coupled(double g, int other, int element) -> {
                        values[at] = g;
                        values[at + 1] = g * layout.blocks.get(other).v_mV[element];
                    }
                }
                at += 2;
            }
        }
    }

    int count(int block) {
        return drives.get(block).size();
    }

    private static void clamp(Clamp c, double t_ms, double[] values, int at) {
        double level_mV = c.at_mV(t_ms);
        boolean on = !Double.isNaN(level_mV);
        values[at] = on ? 1 / c.series_Mohm() : 0; // 1/Mohm = uS
        values[at + 1] = on ? level_mV / c.series_Mohm() : 0;
    }

    /** Whether voltages must be known to all blocks after every step. */
    static boolean coupled(Network network) {
        return !network.gaps().isEmpty();
    }
}
