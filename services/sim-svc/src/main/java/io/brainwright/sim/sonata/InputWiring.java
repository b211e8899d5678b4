package io.brainwright.sim.sonata;

import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.stimulus.NormalNoise;
import io.brainwright.sim.model.stimulus.OrnsteinUhlenbeck;
import io.brainwright.sim.model.stimulus.PulseTrain;
import io.brainwright.sim.model.stimulus.Ramp;
import io.brainwright.sim.model.stimulus.ShotNoise;
import io.brainwright.sim.model.stimulus.Signal;
import io.brainwright.sim.model.stimulus.Sine;
import io.brainwright.sonata.config.InputModule;
import io.brainwright.sonata.config.InputModule.Carrier;
import io.brainwright.sonata.config.InputModule.Level;
import io.brainwright.sonata.config.InputRequest;
import io.brainwright.sonata.config.RunSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Injects the inputs of a simulation, each into the soma of every cell that it means. A drive is taken at the middle of a step. */
final class InputWiring {
    private static final double NOISE_STEP_MS = 0.5; // that of SONATA's simulators for "noise"
    private static final double MS_PER_S = 1000;

    private final RunSettings run;
    private final NetworkBuilder network;
    private final List<Network.Stimulus> electrodes = new ArrayList<>();

    InputWiring(RunSettings run, NetworkBuilder network) {
        this.run = run;
        this.network = network;
    }

    /** What comes through electrodes, and so is none of the membrane's current. */
    List<Network.Stimulus> electrodes() {
        return electrodes;
    }

    /** @param cells the cells it means, with their numbers in the network */
    void add(InputRequest input, SonataCells all, int[] cells) {
        double[] shared = null;
        for (int index : cells) {
            var cell = all.get(index);
            if (input.module() instanceof InputModule.Seclamp clamp) {
                keep(true, clamp(input, clamp, index, cell));
                continue;
            }
            var signal = signal(input, cell);
            var carrier = carrier(input.module());
            double[] values = !signal.random() && shared != null && !relative(input.module())
                    ? shared
                    : sampled(signal, input, draws(input, carrier, cell));
            shared = values;
            double start_ms = firstStep(input) * run.dt_ms();
            keep(
                    input.electrode(),
                    carrier != null && carrier.conductance()
                            ? new Network.Conductance(
                                    index, cell.soma(), start_ms, run.dt_ms(), values, carrier.reversal_mV())
                            : new Network.Waveform(index, cell.soma(), start_ms, run.dt_ms(), values));
        }
    }

    private void keep(boolean electrode, Network.Stimulus stimulus) {
        network.stimulus(stimulus);
        if (electrode) {
            electrodes.add(stimulus);
        }
    }

    private static Network.Clamp clamp(InputRequest input, InputModule.Seclamp clamp, int index, SonataCell cell) {
        var levels = new ArrayList<Network.Level>();
        if (input.delay_ms() > 0) {
            levels.add(new Network.Level(input.delay_ms(), Double.NaN)); // off
        }
        levels.add(new Network.Level(input.duration_ms(), clamp.voltage_mV()));
        return new Network.Clamp(index, cell.soma(), clamp.series_Mohm(), levels);
    }

    /** First step whose middle lies at or after the beginning. */
    private int firstStep(InputRequest input) {
        return Math.max(0, (int) Math.ceil(input.delay_ms() / run.dt_ms() - 0.5 - 1e-9));
    }

    private double[] sampled(Signal signal, InputRequest input, Draws draws) {
        int first = firstStep(input);
        double end_ms = Math.min(input.delay_ms() + input.duration_ms(), run.tstop_ms());
        int steps = Math.max(0, (int) Math.ceil(end_ms / run.dt_ms() - 0.5 - 1e-9) - first);
        var times_ms = new double[steps];
        for (int k = 0; k < steps; k++) {
            times_ms[k] = Math.max(0, (first + k + 0.5) * run.dt_ms() - input.delay_ms());
        }
        double duration_ms =
                signal instanceof Ramp ? input.duration_ms() : Math.min(input.duration_ms(), run.tstop_ms());
        return signal.at(times_ms, duration_ms, draws);
    }

    private Draws draws(InputRequest input, @Nullable Carrier carrier, SonataCell cell) {
        return carrier != null && carrier.seed().isPresent()
                ? Draws.of(carrier.seed().getAsLong(), "sonata.shared", 0)
                : Draws.of(
                        run.seed() + run.stimulusSeed(),
                        "sonata.input." + input.name() + "." + cell.population(),
                        cell.node_id());
    }

    private static @Nullable Carrier carrier(InputModule module) {
        return switch (module) {
            case InputModule.ShotNoise s -> s.carrier();
            case InputModule.LevelShotNoise s -> s.carrier();
            case InputModule.OrnsteinUhlenbeck o -> o.carrier();
            default -> null;
        };
    }

    private static boolean relative(InputModule module) {
        return module instanceof InputModule.RelativeLinear
                || module instanceof InputModule.Subthreshold
                || module instanceof InputModule.Hyperpolarizing;
    }

    private static Signal signal(InputRequest input, SonataCell cell) {
        return switch (input.module()) {
            case InputModule.Linear(double from, double to) -> new Ramp(from, to);
            case InputModule.RelativeLinear(double from, double to) -> {
                double unit_nA = threshold(input, cell) / 100;
                yield new Ramp(from * unit_nA, to * unit_nA);
            }
            case InputModule.Pulse(double amplitude, double width_ms, double frequency_Hz) ->
                new PulseTrain(amplitude, width_ms, MS_PER_S / frequency_Hz);
            case InputModule.Sinusoidal(double amplitude, double frequency_Hz, double dt_ms) ->
                new Sine(amplitude, frequency_Hz, dt_ms);
            case InputModule.Subthreshold(double less) -> {
                double amplitude = threshold(input, cell) * (100 - less) / 100;
                yield new Ramp(amplitude, amplitude);
            }
            case InputModule.Hyperpolarizing() -> {
                double holding = known(input, cell, cell.holding_nA(), "holding_current");
                yield new Ramp(holding, holding);
            }
            case InputModule.Noise n ->
                new NormalNoise(
                        n.mean_nA()
                                .orElseGet(() -> threshold(input, cell)
                                        * n.mean_percent().orElseThrow()
                                        / 100),
                        Math.sqrt(n.spread()),
                        NOISE_STEP_MS);
            case InputModule.ShotNoise s ->
                new ShotNoise(
                        s.rise_ms(),
                        s.decay_ms(),
                        s.rate_Hz(),
                        s.amplitude(),
                        Math.sqrt(s.amplitudeVariance()),
                        s.carrier().dt_ms());
            case InputModule.LevelShotNoise s -> {
                double unit = unit(input, s.level(), s.carrier(), cell);
                yield ShotNoise.of(
                        s.rise_ms(),
                        s.decay_ms(),
                        s.level().mean() * unit,
                        s.level().sd() * unit,
                        s.cv(),
                        s.carrier().dt_ms());
            }
            case InputModule.OrnsteinUhlenbeck o -> {
                double unit = unit(input, o.level(), o.carrier(), cell);
                yield new OrnsteinUhlenbeck(
                        o.tau_ms(),
                        o.level().mean() * unit,
                        o.level().sd() * unit,
                        o.carrier().dt_ms());
            }
            case InputModule.Seclamp _, InputModule.SynapseReplay _ ->
                throw new AssertionError(input.module() + " is no signal");
        };
    }

    /** What one unit of a level is: 1, or one percent of the cell's own scale. */
    private static double unit(InputRequest input, Level level, Carrier carrier, SonataCell cell) {
        if (!level.percent()) {
            return 1;
        }
        return carrier.conductance()
                ? 1 / known(input, cell, cell.inputResistance_Mohm(), "input_resistance") / 100 // 1/Mohm = uS
                : threshold(input, cell) / 100;
    }

    private static double threshold(InputRequest input, SonataCell cell) {
        return known(input, cell, cell.threshold_nA(), "threshold_current");
    }

    private static double known(InputRequest input, SonataCell cell, double value, String attribute) {
        if (Double.isNaN(value)) {
            throw Fault.at(
                    input.pointer(),
                    "needs dynamics_params/%s of cell %s, which the circuit does not know; give nA or uS instead of percent"
                            .formatted(attribute, cell.name()));
        }
        return value;
    }
}
