package io.brainwright.sonata.config;

import io.brainwright.sonata.Manifest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Section {@code run}.
 *
 * @param tstop_ms model time
 * @param dt_ms time step
 * @param seed added to each of the others
 * @param spikeThreshold_mV whose upward crossing is a spike
 * @param stimulusSeed of noise
 * @param ionChannelSeed of channels that open at random
 * @param minisSeed of spontaneous release
 * @param synapseSeed of release at random; empty: synapses are not asked to release at random
 * @param electrodesFile weights of the compartments for each electrode
 */
public record RunSettings(
        double tstop_ms,
        double dt_ms,
        long seed,
        double spikeThreshold_mV,
        long stimulusSeed,
        long ionChannelSeed,
        long minisSeed,
        OptionalLong synapseSeed,
        Optional<Path> electrodesFile) {
    static final double SPIKE_THRESHOLD_MV = -30; // SONATA's default

    static RunSettings read(ConfigObject run, Manifest manifest) {
        if (run.amount("tstart", 0) != 0) {
            run.fault("tstart", "is not 0; a run begins at 0 ms");
        }
        var method = run.raw("integration_method").asString("0");
        if (!method.equals("0")) {
            run.fault("integration_method", "is %s; the solver is implicit Euler, SONATA's 0".formatted(method));
        }
        if (!run.has("random_seed")) {
            run.fault("random_seed", "is missing");
        }
        var settings = new RunSettings(
                run.positive("tstop"),
                run.positive("dt"),
                run.seed("random_seed").orElse(0),
                run.number("spike_threshold", SPIKE_THRESHOLD_MV),
                run.seed("stimulus_seed").orElse(0),
                run.seed("ionchannel_seed").orElse(0),
                run.seed("minis_seed").orElse(0),
                run.seed("synapse_seed"),
                run.optionalText("electrodes_file").filter(f -> !f.isEmpty()).map(manifest::path));
        run.check("dt", settings.dt_ms <= 1, "a time step of at most 1 ms");
        run.end();
        return settings;
    }
}
