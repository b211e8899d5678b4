package io.brainwright.sim.model.solver;

import java.util.Arrays;
import java.util.List;

/**
 * The time step of one block in plain Java; the readable twin of the OpenCL kernel, which must give the same bits.
 *
 * <pre>{@code
 *   (C/dt + sum g + sum G) V'  -  sum G Vneighbour'  =  C/dt V + sum g E + I
 * }</pre>
 */
final class JavaBlock {
    /** chosen: no membrane reaches it; beyond it the arithmetic is no longer a cell's. */
    private static final double MOST_mV = 1000;

    private final Block block;
    private final List<JavaMechanism> mechanisms;
    private final List<JavaMechanism> pools;
    private final List<JavaMechanism> others;
    private final List<JavaSynapses> synapses;
    private final List<JavaPoints> points;
    private final double dt_ms;

    JavaBlock(Block block, Workspace workspace, double dt_ms) {
        this.block = block;
        mechanisms = block.tables.stream()
                .map(t -> new JavaMechanism(block, t, workspace, dt_ms))
                .toList();
        pools = mechanisms.stream().filter(JavaMechanism::writesCalcium).toList();
        others = mechanisms.stream().filter(m -> !m.writesCalcium()).toList();
        this.dt_ms = dt_ms;
        points = JavaPoints.of(block);
        synapses = block.synapses.stream()
                .map(t -> new JavaSynapses(block, t, workspace))
                .toList();
    }

    void run(int firstStep, int steps, Epoch epoch) {
        int event = 0;
        int pointEvent = 0;
        for (int k = 0; k < steps; k++) {
            event = receive(epoch.arrivals, event, firstStep + k);
            pointEvent = receivePoints(epoch.pointArrivals, pointEvent, firstStep + k);
            startMatrix(
                    block.diagonal_uS, block.right_nA, block.base_uS, block.capacity_uS, block.v_mV, block.elements);
            Arrays.fill(block.ica_nA, 0);
            for (var m : mechanisms) {
                m.addCurrents((firstStep + k + 0.5) * dt_ms);
            }
            synapses.forEach(JavaSynapses::addCurrents);
            drive(epoch.drives, k);
            solve(
                    block.parent,
                    block.toParent_uS,
                    block.diagonal_uS,
                    block.right_nA,
                    block.v_mV,
                    block.width,
                    block.elements);
            advanceCalcium(block.pool);
            for (var m : pools) {
                m.advance((firstStep + k + 1) * dt_ms);
            }
            for (var m : others) {
                m.advance((firstStep + k + 1) * dt_ms);
            }
            synapses.forEach(JavaSynapses::decay);
            detect(epoch.fired, k);
            probe(epoch, firstStep, firstStep + k + 1);
        }
        epoch.overrun = points.stream().anyMatch(p -> p.overrun);
        epoch.unstable = !withinRange(block.v_mV, block.elements);
    }

    private int receive(List<Deliveries.Arrival> arrivals, int from, int step) {
        int at = from;
        while (at < arrivals.size() && arrivals.get(at).step() <= step) {
            for (int s = 0; s < synapses.size(); s++) {
                if (block.synapses.get(s).kind == arrivals.get(at).kind()) {
                    synapses.get(s).receive(arrivals.get(at));
                }
            }
            at++;
        }
        return at;
    }

    private int receivePoints(List<Deliveries.PointArrival> arrivals, int from, int step) {
        int at = from;
        for (var p : points) {
            p.watch(step * dt_ms);
        }
        while (at < arrivals.size() && arrivals.get(at).step() <= step) {
            for (var p : points) {
                if (p.isTable(arrivals.get(at).table())) {
                    p.receive(arrivals.get(at));
                }
            }
            at++;
        }
        for (var p : points) {
            p.flush((step + 0.5 + Deliveries.ROUNDING_STEPS) * dt_ms);
        }
        return at;
    }

    private static void startMatrix(double[] d, double[] r, double[] base, double[] capacity, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            d[i] = base[i];
        }
        for (int i = 0; i < n; i++) {
            r[i] = capacity[i] * v[i];
        }
    }

    private void drive(double[] values, int step) {
        int n = block.driveElement.length;
        for (int i = 0; i < n; i++) {
            int at = block.driveElement[i];
            block.diagonal_uS[at] += values[2 * (step * n + i)];
            block.right_nA[at] += values[2 * (step * n + i) + 1];
        }
    }

    /** Eliminates children into parents (Hines 1984, doi 10.1016/0020-7101(84)90008-4), then substitutes back. */
    private static void solve(int[] parent, double[] G, double[] d, double[] r, double[] v, int width, int n) {
        for (int i = n - 1; i >= width; i--) {
            int p = parent[i];
            double inverse = 1 / d[i];
            double f = G[i] * inverse;
            d[i] = inverse;
            d[p] -= f * G[i];
            r[p] += f * r[i];
        }
        for (int i = 0; i < width; i++) {
            v[i] = r[i] / d[i];
        }
        for (int i = width; i < n; i++) {
            v[i] = (r[i] + G[i] * v[parent[i]]) * d[i];
        }
    }

    private void advanceCalcium(CalciumPool pool) {
        for (int i = 0; i < pool.rows; i++) {
            int at = pool.element[i];
            double inf = pool.min_mM[i] + pool.gain_mM_per_nA[i] * block.ica_nA[at];
            double cai = Math.fma(pool.cai_mM[i] - inf, pool.decay[i], pool.cai_mM[i]);
            pool.cai_mM[i] = cai;
            block.setCalcium(at, cai);
        }
    }

    private void detect(int[] fired, int step) {
        for (int lane = 0; lane < block.width; lane++) {
            boolean above = block.v_mV[block.detectorElement[lane]] > block.threshold_mV[lane];
            fired[step * block.width + lane] = above && block.above[lane] == 0 ? 1 : 0;
            block.above[lane] = above ? 1 : 0;
        }
    }

    private void probe(Epoch epoch, int firstStep, int done) {
        for (int p = 0; p < block.probes.size(); p++) {
            var probe = block.probes.get(p);
            if (done % probe.everySteps() == 0) {
                int n = probe.index().length;
                int frame = Epoch.framesIn(firstStep, done - firstStep, probe.everySteps()) - 1;
                for (int i = 0; i < n; i++) {
                    epoch.frames[p][frame * n + i] = probe.source()[i][probe.index()[i]];
                }
            }
        }
    }

    static boolean withinRange(double[] v, int n) {
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(v[i]) < MOST_mV)) {
                return false;
            }
        }
        return true;
    }
}
