package io.brainwright.sim.model.network;

import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run needs. Cells, synapses and recordings are named by their index in these lists. Build it with
 * {@link NetworkBuilder}.
 *
 * @param run time step, duration, temperature, initial voltage
 * @param cells the cells
 * @param synapses contacts, each on one node of one cell
 * @param connections from a cell's spike detector to a synapse
 * @param eventLists events that come from outside the network
 * @param stimuli injected currents and clamps
 * @param gaps gap junctions
 * @param recordings what is sampled
 */
public record Network(
        Run run,
        List<Cell> cells,
        List<Synapse> synapses,
        List<Connection> connections,
        List<EventList> eventLists,
        List<Stimulus> stimuli,
        List<Gap> gaps,
        List<Recording> recordings) {

    /**
     * @param dt_ms time step
     * @param tstop_ms duration; a whole number of steps, rounded
     * @param celsius_degC temperature
     * @param v_init_mV voltage of every compartment at time 0; gates begin at their steady state for it
     * @param seed of all random numbers of mechanisms
     */
    public record Run(double dt_ms, double tstop_ms, double celsius_degC, double v_init_mV, long seed) {
        /** chosen: the seed where none is given. */
        public static final long DEFAULT_SEED = 1;

        /** With the default seed. */
        public Run(double dt_ms, double tstop_ms, double celsius_degC, double v_init_mV) {
            this(dt_ms, tstop_ms, celsius_degC, v_init_mV, DEFAULT_SEED);
        }

        public int steps() {
            return (int) Math.round(tstop_ms / dt_ms);
        }
    }

    /**
     * @param gid identity; breaks ties between spikes of one time
     * @param shape its compartments
     * @param model its membrane
     * @param detectorNode node whose upward crossing is a spike; -1: none
     * @param threshold_mV of the detector
     */
    public record Cell(long gid, Compartments shape, CellModel model, int detectorNode, double threshold_mV) {}

    /**
     * @param cell index of the cell
     * @param node node on it
     * @param type conductance and release
     * @param stream whence a point process draws; null: by the seed of the run and its place within its cell
     */
    public record Synapse(
            int cell, int node, SynapseType type, @Nullable Stream stream) {}

    /**
     * The random numbers of one synapse, whatever stands beside it.
     *
     * @param seed the scientist's
     * @param name of the synapses among which it has its number
     * @param id its number
     */
    public record Stream(long seed, String name, long id) {}

    /**
     * @param source cell index whose detector sends
     * @param synapse index of the synapse that receives
     * @param delay_ms at least one time step
     * @param weight_uS peak conductance; 0 does nothing; for a point process its weight, in its own unit
     * @param arguments further arguments of a point process's input
     * @param later weights that take its place, by rising time
     */
    public record Connection(
            int source,
            int synapse,
            double delay_ms,
            double weight_uS,
            Map<String, Double> arguments,
            List<Reweight> later) {
        public Connection {
            arguments = Map.copyOf(arguments);
            later = List.copyOf(later);
        }

        /** The weight of an event that arrives at a time. */
        public double weightAt_uS(double t_ms) {
            double weight = weight_uS;
            for (var change : later) {
                weight = t_ms >= change.from_ms() ? change.weight_uS() : weight;
            }
            return weight;
        }

        /** Whether no event has any effect. */
        public boolean silent() {
            return weight_uS == 0 && later.stream().allMatch(change -> change.weight_uS() == 0);
        }
    }

    /** A weight that holds for events that arrive from a time on. */
    public record Reweight(double from_ms, double weight_uS) {}

    /**
     * @param synapse index of the synapse that receives
     * @param times_ms arrival times, rising; this record owns the array
     * @param weight_uS peak conductance; 0 does nothing; for a point process its weight, in its own unit
     * @param arguments further arguments of a point process's input
     */
    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    public record EventList(int synapse, double[] times_ms, double weight_uS, Map<String, Double> arguments) {}

    /** A drive into one node. Active where its value is taken, at t + dt/2 (start <= t + dt/2 < end). */
    public sealed interface Stimulus {
        int cell();

        int node();
    }

    /** Current steps: {@code count} of them, one every {@code period_ms}. */
    public record Current(
            int cell, int node, double start_ms, double duration_ms, double amplitude_nA, int count, double period_ms)
            implements Stimulus {
        /** The current at a time. */
        public double at_nA(double t_ms) {
            for (int pulse = 0; pulse < count; pulse++) {
                double from_ms = start_ms + pulse * period_ms;
                if (t_ms >= from_ms && t_ms < from_ms + duration_ms) {
                    return amplitude_nA;
                }
            }
            return 0;
        }
    }

    /**
     * A current of any form, held for a step at a time; 0 before it and after it.
     *
     * @param step_ms length of each step
     * @param values_nA current of each step; this record owns the array
     */
    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    public record Waveform(int cell, int node, double start_ms, double step_ms, double[] values_nA)
            implements Stimulus {
        /** The current at a time. */
        public double at_nA(double t_ms) {
            int step = (int) Math.floor((t_ms - start_ms) / step_ms);
            return step < 0 || step >= values_nA.length ? 0 : values_nA[step];
        }
    }

    /**
     * A conductance of any form towards a reversal potential, held for a step at a time; 0 before it and after it.
     *
     * @param step_ms length of each step
     * @param values_uS conductance of each step; this record owns the array
     * @param e_mV reversal potential
     */
    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    public record Conductance(int cell, int node, double start_ms, double step_ms, double[] values_uS, double e_mV)
            implements Stimulus {
        /** The conductance at a time. */
        public double at_uS(double t_ms) {
            int step = (int) Math.floor((t_ms - start_ms) / step_ms);
            return step < 0 || step >= values_uS.length ? 0 : values_uS[step];
        }
    }

    /**
     * Voltage clamp through a series resistance; levels one after another from time 0, off afterwards.
     */
    public record Clamp(int cell, int node, double series_Mohm, List<Level> levels) implements Stimulus {
        /** The level at a time, NaN where the clamp is off. */
        public double at_mV(double t_ms) {
            double end_ms = 0;
            for (var level : levels) {
                end_ms += level.duration_ms();
                if (t_ms < end_ms) {
                    return level.v_mV();
                }
            }
            return Double.NaN;
        }
    }

    /** One level of a voltage clamp. */
    public record Level(double duration_ms, double v_mV) {}

    /** A gap junction; each side sees the other's voltage at the start of the step. */
    public record Gap(int cellA, int nodeA, int cellB, int nodeB, double g_uS) {}

    /**
     * Samples one variable at many places, at times 0, interval, 2 interval, ... up to the end.
     *
     * @param variable what is sampled
     * @param cells cell index of each place; this record owns the arrays
     * @param nodes node of each place
     * @param interval_ms a whole number of time steps
     */
    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    public record Recording(Variable variable, int[] cells, int[] nodes, double interval_ms) {}
}
