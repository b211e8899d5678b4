package io.brainwright.sim.model.circuit;

/**
 * How a circuit is run.
 *
 * @param duration_ms model time
 * @param dt_ms time step
 * @param temperature_degC temperature
 * @param bath what surrounds the synapses
 * @param transmission how they release
 * @param seed keys all draws
 * @param somaReport_ms interval of the somatic voltage report, a whole number of steps
 * @param compartmentReport_ms interval of the voltage report of all compartments, a whole number of steps
 */
public record Protocol(
        double duration_ms,
        double dt_ms,
        double temperature_degC,
        SynapseBath bath,
        Transmission transmission,
        long seed,
        double somaReport_ms,
        double compartmentReport_ms) {}
