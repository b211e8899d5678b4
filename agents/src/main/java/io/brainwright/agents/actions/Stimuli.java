package io.brainwright.agents.actions;

import io.brainwright.agents.run.Onsets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.sim.v1.CurrentNoise;
import io.brainwright.proto.sim.v1.CurrentPulses;
import io.brainwright.proto.sim.v1.CurrentRamp;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.FibrePoisson;
import io.brainwright.proto.sim.v1.FibreTarget;
import io.brainwright.proto.sim.v1.FibreVolley;
import io.brainwright.proto.sim.v1.PoissonSpikes;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.sim.v1.Volley;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The stimuli of a simulation, typed. What the vocabulary has no word for is chosen here and said in the finding. */
final class Stimuli {
    private static final double MS_PER_S = 1000;
    /** chosen: a short pulse, well below an inter-spike interval. */
    private static final double PULSE_MS = 2;
    /** chosen: enough synapses that a synchronous volley fires most cells; within the innervation of one axon bundle. */
    private static final int SYNAPSES = 60;
    /** chosen: within the range of unitary excitatory conductances of the recipe's synapses (0.1 to 1.5 nS). */
    private static final double WEIGHT_US = 0.0007;
    /** chosen: scatter of arrival within a synchronous volley. */
    private static final double JITTER_MS = 1;
    /** chosen: correlation time of an Ornstein-Uhlenbeck current. */
    private static final double TAU_MS = 5;
    /** White noise is approximated by a correlation time of two steps of the usual 0.025 ms. */
    private static final double WHITE_TAU_MS = 0.05;

    /** The nuclei that a plan's source means; none: all that have fibres. */
    private static final Map<String, List<String>> NUCLEI =
            Map.of("VPM", List.of("VPM"), "POm", List.of("POm"), "thalamus", List.of());

    private final JsonNode simulation;
    private final List<String> words;
    private final List<Double> onsets_ms;
    private final boolean fibres;
    private boolean fire;

    /** @param fibres whether the circuit has thalamic fibres, which then fire where a stimulus comes from the thalamus */
    Stimuli(JsonNode simulation, List<String> words, boolean fibres) {
        this.fibres = fibres;
        this.simulation = simulation;
        this.words = words;
        this.onsets_ms = Onsets.of_ms(simulation);
    }

    /** Whether one of the stimuli so far fires fibres. */
    boolean fireFibres() {
        return fire;
    }

    /** The current that brings cells to a share of their threshold for the whole run, without its target. */
    static Stimulus.Builder depolarisation(JsonNode simulation) {
        return Stimulus.newBuilder()
                .setCurrentStep(CurrentStep.newBuilder()
                        .setDurationMs(simulation.path("duration_ms").asDouble(0))
                        .setPercentOfThreshold(
                                simulation.path("depolarisation_percent").asDouble(0)));
    }

    /** One stimulus without its target. */
    Stimulus.Builder typed(int place) {
        var s = simulation.path("stimuli").get(place);
        double start_ms = onsets_ms.get(place);
        double rest_ms = simulation.path("duration_ms").asDouble(0) - start_ms;
        double length_ms = s.path("duration_ms").asDouble(rest_ms);
        var stimulus = Stimulus.newBuilder();
        if (s.has("percent_of_threshold") && !s.path("kind").asString("").equals("current_step")) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "sim.run.stimuli.%d.percent_of_threshold".formatted(place),
                            "holds for a current_step, not for %s.".formatted(s.path("kind")))));
        }
        switch (s.path("kind").asString("")) {
            case "current_step" ->
                stimulus.setCurrentStep(CurrentStep.newBuilder()
                        .setStartMs(start_ms)
                        .setDurationMs(length_ms)
                        .setAmplitudeNA(s.path("amplitude_nA").asDouble(0))
                        .setPercentOfThreshold(s.path("percent_of_threshold").asDouble(0)));
            case "current_ramp" ->
                stimulus.setCurrentRamp(CurrentRamp.newBuilder()
                        .setStartMs(start_ms)
                        .setDurationMs(length_ms)
                        .setFromNA(s.path("from_nA").asDouble(0))
                        .setToNA(s.path("to_nA").asDouble(s.path("amplitude_nA").asDouble(0))));
            case "current_pulses" -> stimulus.setCurrentPulses(pulses(s, start_ms));
            case "current_noise", "ou_current" -> stimulus.setCurrentNoise(noise(s, start_ms, length_ms));
            case "poisson_spikes" -> {
                if (ofFibres(s)) {
                    stimulus.setFibrePoisson(fibrePoisson(s, start_ms, length_ms));
                } else {
                    stimulus.setPoissonSpikes(poisson(s, start_ms, length_ms));
                }
            }
            case "volley", "synchronous_spikes" -> {
                if (ofFibres(s)) {
                    stimulus.setFibreVolley(fibreVolley(s, start_ms));
                } else {
                    stimulus.setVolley(volley(s, start_ms));
                }
            }
            default ->
                throw Problem.invalid(
                        "This plan cannot run.",
                        List.of(new FieldFault(
                                "sim.run.stimuli.%d.kind".formatted(place),
                                "is %s, which is not available yet.".formatted(s.path("kind")))));
        }
        return stimulus;
    }

    private static CurrentPulses pulses(JsonNode s, double start_ms) {
        return CurrentPulses.newBuilder()
                .setStartMs(start_ms)
                .setPulseMs(s.path("duration_ms").asDouble(PULSE_MS))
                .setPeriodMs(MS_PER_S / s.path("rate_Hz").asDouble(0))
                .setCount(s.path("count").asInt(1))
                .setAmplitudeNA(s.path("amplitude_nA").asDouble(0))
                .build();
    }

    private CurrentNoise noise(JsonNode s, double start_ms, double length_ms) {
        boolean white = s.path("kind").asString().equals("current_noise");
        words.add(
                white
                        ? "Noise is Ornstein-Uhlenbeck with %s ms correlation time; amplitude_nA is its standard deviation about from_nA."
                                .formatted(WHITE_TAU_MS)
                        : "The fluctuating current has %s ms correlation time (chosen); amplitude_nA is its standard deviation about from_nA."
                                .formatted(TAU_MS));
        return CurrentNoise.newBuilder()
                .setStartMs(start_ms)
                .setDurationMs(length_ms)
                .setMeanNA(s.path("from_nA").asDouble(0))
                .setSdNA(s.path("amplitude_nA").asDouble(0))
                .setTauMs(white ? WHITE_TAU_MS : TAU_MS)
                .build();
    }

    private PoissonSpikes poisson(JsonNode s, double start_ms, double length_ms) {
        int synapses = s.path("count").asInt(SYNAPSES);
        words.add(
                "Each driven cell has %d excitatory synapses of %s nS on its dendrites (chosen), each with a Poisson train of its own."
                        .formatted(synapses, WEIGHT_US * MS_PER_S));
        return PoissonSpikes.newBuilder()
                .setStartMs(start_ms)
                .setDurationMs(length_ms)
                .setRateHz(s.path("rate_Hz").asDouble(0))
                .setSynapsesPerCell(synapses)
                .setWeightUS(WEIGHT_US)
                .build();
    }

    private boolean ofFibres(JsonNode s) {
        boolean here = fibres && NUCLEI.containsKey(s.path("source").asString(""));
        fire |= here;
        return here;
    }

    private static FibreTarget chosen(JsonNode s) {
        return FibreTarget.newBuilder()
                .addAllNuclei(NUCLEI.getOrDefault(s.path("source").asString(), List.of()))
                .setFraction(s.path("fraction").asDouble(1))
                .setCount(s.path("count").asLong(0))
                .build();
    }

    private FibreVolley fibreVolley(JsonNode s, double start_ms) {
        words.add(
                "A volley is one spike of each fibre that fires, within %s ms (chosen), heard at the fibres' own synapses after their delays."
                        .formatted(JITTER_MS));
        return FibreVolley.newBuilder()
                .setFibres(chosen(s))
                .setTimeMs(start_ms)
                .setJitterMs(JITTER_MS)
                .build();
    }

    private FibrePoisson fibrePoisson(JsonNode s, double start_ms, double length_ms) {
        words.add(
                "Each thalamic fibre fires a Poisson train of its own, heard at its own synapses after their delays.");
        return FibrePoisson.newBuilder()
                .setFibres(chosen(s))
                .setStartMs(start_ms)
                .setDurationMs(length_ms)
                .setRateHz(s.path("rate_Hz").asDouble(0))
                .build();
    }

    private Volley volley(JsonNode s, double start_ms) {
        int synapses = (int) Math.max(
                1,
                Math.round(s.path("count").asInt(SYNAPSES) * s.path("fraction").asDouble(1)));
        words.add(
                "A volley is one event on each of %d excitatory synapses of %s nS on the dendrites of each driven cell, within %s ms (chosen)."
                        .formatted(synapses, WEIGHT_US * MS_PER_S, JITTER_MS));
        return Volley.newBuilder()
                .setTimeMs(start_ms)
                .setJitterMs(JITTER_MS)
                .setSynapsesPerCell(synapses)
                .setWeightUS(WEIGHT_US)
                .build();
    }
}
