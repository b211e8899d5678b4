package io.brainwright.sim.model.circuit;

import java.util.SortedMap;

/** What drives cells from outside. */
public sealed interface Drive {
    /** When it begins, ms. */
    double start_ms();

    /** When it is over, ms; a volley's spread is not counted. */
    double end_ms();

    /** Current at the soma, one step or a train of them. */
    record Current(double start_ms, double duration_ms, double amplitude_nA, int count, double period_ms)
            implements Drive {
        @Override
        public double end_ms() {
            return start_ms + (count - 1) * period_ms + duration_ms;
        }
    }

    /**
     * A step of current at the soma, of another strength in each cell.
     *
     * @param amplitude_nA by the cell's place in the circuit; 0 drives nothing; this record owns the array
     */
    @SuppressWarnings("ArrayRecordComponent") // owned, never compared
    record Steps(double start_ms, double duration_ms, double[] amplitude_nA) implements Drive {
        @Override
        public double end_ms() {
            return start_ms + duration_ms;
        }
    }

    /** Current at the soma that runs straight from one value to another. */
    record Ramp(double start_ms, double duration_ms, double from_nA, double to_nA) implements Drive {
        @Override
        public double end_ms() {
            return start_ms + duration_ms;
        }
    }

    /** An Ornstein-Uhlenbeck current at the soma, drawn anew for each cell. */
    record Noise(double start_ms, double duration_ms, double mean_nA, double sd_nA, double tau_ms) implements Drive {
        @Override
        public double end_ms() {
            return start_ms + duration_ms;
        }
    }

    /** Independent Poisson trains onto excitatory synapses spread over the dendrites. */
    record Poisson(double start_ms, double duration_ms, double rate_Hz, int synapses_per_cell, double weight_uS)
            implements Drive {
        @Override
        public double end_ms() {
            return start_ms + duration_ms;
        }
    }

    /** One event on each of a number of excitatory synapses, at times that scatter normally. */
    record Volley(double start_ms, double jitter_ms, int synapses_per_cell, double weight_uS) implements Drive {
        @Override
        public double end_ms() {
            return start_ms;
        }
    }

    /**
     * Spikes of fibres, which arrive at the fibres' own synapses.
     *
     * @param times_ms by id of the fibre that fires, rising; this record owns the arrays
     */
    record Fibres(double start_ms, double end_ms, SortedMap<Long, double[]> times_ms) implements Drive {}

    /**
     * A drive and the cells that it drives.
     *
     * @param drive what
     * @param cells index of each cell, rising; this record owns the array
     */
    @SuppressWarnings("ArrayRecordComponent") // owned, never compared
    record Driven(Drive drive, int[] cells) {}
}
