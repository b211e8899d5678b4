package io.brainwright.sonata.config;

import io.brainwright.sonata.Manifest;
import io.brainwright.sonata.config.InputModule.Carrier;
import io.brainwright.sonata.config.InputModule.Level;

/** Reads what an input does. */
final class InputModules {
    private static final double NOISE_STEP_MS = 0.25; // SONATA's default
    private static final double SINE_STEP_MS = 0.025; // SONATA's default
    private static final double SERIES_MOHM = 0.01; // SONATA's default
    private static final double RELATIVE_SKEW = 0.5; // SONATA's default: exponential amplitudes

    private InputModules() {}

    static InputModule read(ConfigObject in, String type, Manifest manifest) {
        return switch (in.text("module")) {
            case "linear" -> {
                double from = in.number("amp_start");
                yield new InputModule.Linear(from, in.number("amp_end", from));
            }
            case "relative_linear" -> {
                double from = in.number("percent_start");
                yield new InputModule.RelativeLinear(from, in.number("percent_end", from));
            }
            case "pulse" -> pulse(in);
            case "sinusoidal" ->
                new InputModule.Sinusoidal(
                        in.number("amp_start"), in.positive("frequency"), in.positive("dt", SINE_STEP_MS));
            case "subthreshold" -> new InputModule.Subthreshold(in.number("percent_less"));
            case "hyperpolarizing" -> new InputModule.Hyperpolarizing();
            case "noise" -> noise(in);
            case "shot_noise" ->
                new InputModule.ShotNoise(
                        rise(in),
                        in.positive("decay_time"),
                        in.positive("rate"),
                        in.number("amp_mean"),
                        in.amount("amp_var"),
                        carrier(in, type));
            case "absolute_shot_noise" -> levelShotNoise(in, type, level(in, "mean", "sigma", false));
            case "relative_shot_noise" -> levelShotNoise(in, type, level(in, "mean_percent", "sd_percent", true));
            case "ornstein_uhlenbeck" -> ornsteinUhlenbeck(in, type, level(in, "mean", "sigma", false));
            case "relative_ornstein_uhlenbeck" ->
                ornsteinUhlenbeck(in, type, level(in, "mean_percent", "sd_percent", true));
            case "seclamp" ->
                new InputModule.Seclamp(in.number("voltage"), in.positive("series_resistance", SERIES_MOHM));
            case "synapse_replay" ->
                new InputModule.SynapseReplay(manifest.path(in.text("spike_file")), in.optionalText("source"));
            case String other -> {
                in.fault(
                        "module",
                        "is '%s'; one of linear, relative_linear, pulse, sinusoidal, subthreshold, hyperpolarizing, noise, shot_noise, absolute_shot_noise, relative_shot_noise, ornstein_uhlenbeck, relative_ornstein_uhlenbeck, seclamp, synapse_replay"
                                .formatted(other));
                yield new InputModule.Hyperpolarizing();
            }
        };
    }

    private static InputModule pulse(ConfigObject in) {
        double amplitude = in.number("amp_start");
        if (in.number("amp_end", amplitude) != amplitude) {
            in.fault("amp_end", "differs from amp_start; pulses of a train are equally strong");
        }
        return new InputModule.Pulse(amplitude, in.positive("width"), in.positive("frequency"));
    }

    private static InputModule noise(ConfigObject in) {
        var mean = in.optionalNumber("mean");
        var percent = in.optionalNumber("mean_percent");
        if (mean.isPresent() == percent.isPresent()) {
            in.fault("mean", "and mean_percent: give exactly one of them");
        }
        return new InputModule.Noise(mean, percent, in.amount("variance", 0));
    }

    private static Level level(ConfigObject in, String mean, String sd, boolean percent) {
        return new Level(in.number(mean), in.amount(sd), percent);
    }

    private static InputModule levelShotNoise(ConfigObject in, String type, Level level) {
        in.check(level.percent() ? "mean_percent" : "mean", level.mean() != 0, "a mean that is not 0");
        in.check(level.percent() ? "sd_percent" : "sigma", level.sd() > 0, "a spread above 0");
        return new InputModule.LevelShotNoise(rise(in), in.positive("decay_time"), level, cv(in), carrier(in, type));
    }

    /**
     * Coefficient of variation of the gamma-distributed amplitudes. The third cumulant of shot noise of given mean and spread is
     * proportional to (1 + 2 cv2) / (1 + cv2), which runs from 1 to 2; {@code relative_skew} is how far along.
     */
    private static double cv(ConfigObject in) {
        if (in.has("amp_cv") && in.has("relative_skew")) {
            in.fault("amp_cv", "and relative_skew say the same; give one of them");
        }
        double skew = in.amount("relative_skew", RELATIVE_SKEW);
        in.check("relative_skew", skew < 1, "a number from 0, below 1");
        return in.amount("amp_cv", Math.sqrt(skew / (1 - skew)));
    }

    private static double rise(ConfigObject in) {
        double rise = in.positive("rise_time");
        in.check("rise_time", rise < in.number("decay_time", Double.POSITIVE_INFINITY), "a time below decay_time");
        return rise;
    }

    private static InputModule ornsteinUhlenbeck(ConfigObject in, String type, Level level) {
        return new InputModule.OrnsteinUhlenbeck(in.positive("tau"), level, carrier(in, type));
    }

    private static Carrier carrier(ConfigObject in, String type) {
        boolean conductance = type.equals("conductance");
        if (!conductance && in.has("reversal")) {
            in.fault("reversal", "belongs to a conductance; input_type is '%s'".formatted(type));
        }
        return new Carrier(
                conductance, in.number("reversal", 0), in.positive("dt", NOISE_STEP_MS), in.seed("random_seed"));
    }
}
