package io.brainwright.sim.service;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.DepthProbe;
import io.brainwright.proto.sim.v1.FibreTarget;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sim.model.circuit.CellSelection;
import io.brainwright.sim.model.circuit.Drive;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.circuit.FibrePopulation;
import io.brainwright.sim.model.circuit.FieldRecording;
import io.brainwright.sim.model.circuit.MiniRates;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.circuit.ProbePlacement;
import io.brainwright.sim.model.circuit.Protocol;
import io.brainwright.sim.model.circuit.Receptor;
import io.brainwright.sim.model.circuit.SynapseBath;
import io.brainwright.sim.model.circuit.Targets;
import io.brainwright.sim.model.circuit.Transmission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns complete requests into the words of the model. */
final class SimRequests {
    /** Release of whole vesicles at random, as requests name it. */
    static final String STOCHASTIC = "stochastic";

    /** Release of the mean, as requests name it. */
    static final String DETERMINISTIC = "deterministic";

    /** Plasticity by the calcium of spines, as requests name it. */
    static final String CALCIUM = "calcium";

    private static final double NOISE_TAU_MS = 5;
    private static final int LAYERS = 6;
    private static final double PERCENT = 100;

    private SimRequests() {}

    /** @param recipe where rates of spontaneous release stand that the request leaves open */
    static Protocol protocol(SimRequest r, RecipeFile recipe) {
        return new Protocol(
                r.getDurationMs(),
                r.getDtMs(),
                r.getTemperatureDegC(),
                new SynapseBath(
                        r.getCaMM(),
                        r.getMgMM(),
                        r.getBlocksList().stream().map(Receptor::valueOf).collect(Collectors.toSet())),
                new Transmission(r.getRelease().equals(STOCHASTIC), minis(r, recipe)),
                r.getSeed(),
                r.getSomaReportDtMs(),
                r.getCompartmentReportDtMs());
    }

    /** Whether contacts between excitatory cells change. */
    static boolean plastic(SimRequest r) {
        return r.getPlasticity().equals(CALCIUM);
    }

    private static MiniRates minis(SimRequest r, RecipeFile recipe) {
        if (!r.hasMinis()) {
            return MiniRates.NONE;
        }
        var given = r.getMinis();
        var excitatory_Hz = new HashMap<Integer, Double>();
        for (int layer = 1; layer <= LAYERS; layer++) {
            excitatory_Hz.put(
                    layer,
                    given.hasExcitatoryHz() ? given.getExcitatoryHz() : recipe.number("minis.excitatory_Hz." + layer));
        }
        return new MiniRates(
                excitatory_Hz,
                given.hasExcitatoryHz() ? given.getExcitatoryHz() : recipe.number("minis.excitatory_on_inhibitory_Hz"),
                given.hasInhibitoryHz() ? given.getInhibitoryHz() : recipe.number("minis.inhibitory_Hz"));
    }

    /** The probe, put through the cells. */
    static FieldRecording field(DepthProbe probe, List<PlacedCell> cells, double[] depths_um) {
        return new FieldRecording(
                ProbePlacement.through(cells, depths_um, probe.getContacts(), probe.getSpacingUm()),
                probe.getReportDtMs());
    }

    /**
     * The drives with their cells.
     *
     * @param fibres null: the request has none
     * @param thresholds_nA of the cells, where the request names them
     */
    static List<Driven> drives(
            SimRequest r, List<PlacedCell> cells, @Nullable FibreInput fibres, float[] thresholds_nA) {
        var drives = new ArrayList<Driven>();
        for (int i = 0; i < r.getStimuliCount(); i++) {
            var stimulus = r.getStimuli(i);
            var at = "stimuli[%d]".formatted(i);
            var targets = Targets.select(cells, selection(stimulus.getTarget()), r.getSeed(), at + ".target");
            if (firesFibres(stimulus)) {
                var input = Objects.requireNonNull(fibres, "a request without fibres");
                var fired = fired(stimulus, input.fibres(), r.getSeed(), i, at);
                drives.add(new Driven(fired, input.heard(fired, targets, cells)));
            } else if (byThreshold(stimulus)) {
                drives.add(byThreshold(stimulus, targets, thresholds_nA));
            } else {
                drives.add(new Driven(drive(stimulus), targets));
            }
        }
        return drives;
    }

    /** Whether a stimulus is measured by the threshold currents of the cells. */
    static boolean byThreshold(Stimulus stimulus) {
        return stimulus.hasCurrentStep() && stimulus.getCurrentStep().getPercentOfThreshold() != 0;
    }

    /** Cells whose threshold is not known, since no step makes them fire, are left out. */
    private static Driven byThreshold(Stimulus stimulus, int[] targets, float[] thresholds_nA) {
        var s = stimulus.getCurrentStep();
        var amplitude_nA = new double[thresholds_nA.length];
        for (int i = 0; i < amplitude_nA.length; i++) {
            amplitude_nA[i] = s.getPercentOfThreshold()
                    * (thresholds_nA[i] / PERCENT); // in the order in which SONATA runs reckon
        }
        return new Driven(
                new Drive.Steps(s.getStartMs(), s.getDurationMs(), amplitude_nA),
                Arrays.stream(targets)
                        .filter(i -> !Float.isNaN(thresholds_nA[i]))
                        .toArray());
    }

    /** Whether a stimulus is spikes of fibres. */
    static boolean firesFibres(Stimulus stimulus) {
        return stimulus.hasFibreVolley() || stimulus.hasFibrePoisson();
    }

    private static Drive.Fibres fired(Stimulus stimulus, FibrePopulation fibres, long seed, int drive, String at) {
        if (stimulus.hasFibreVolley()) {
            var v = stimulus.getFibreVolley();
            var field = at + ".fibre_volley.fibres";
            return fibres.volley(choice(v.getFibres()), v.getTimeMs(), v.getJitterMs(), seed, drive, field);
        }
        var p = stimulus.getFibrePoisson();
        return fibres.poisson(
                choice(p.getFibres()),
                p.getStartMs(),
                p.getDurationMs(),
                p.getRateHz(),
                seed,
                drive,
                at + ".fibre_poisson.fibres");
    }

    private static FibrePopulation.Choice choice(FibreTarget t) {
        return new FibrePopulation.Choice(t.getNucleiList(), t.getFraction() == 0 ? 1 : t.getFraction(), t.getCount());
    }

    static CellSelection selection(CellTarget t) {
        return new CellSelection(
                new HashSet<>(t.getLayersList()),
                new HashSet<>(t.getMTypesList()),
                new HashSet<>(t.getETypesList()),
                t.getSynapseClass(),
                new HashSet<>(t.getNodeIdsList()),
                t.getCount());
    }

    private static Drive drive(Stimulus stimulus) {
        return switch (stimulus.getKindCase()) {
            case CURRENT_STEP -> {
                var s = stimulus.getCurrentStep();
                yield new Drive.Current(s.getStartMs(), s.getDurationMs(), s.getAmplitudeNA(), 1, 0);
            }
            case CURRENT_PULSES -> {
                var p = stimulus.getCurrentPulses();
                yield new Drive.Current(
                        p.getStartMs(), p.getPulseMs(), p.getAmplitudeNA(), p.getCount(), p.getPeriodMs());
            }
            case CURRENT_RAMP -> {
                var r = stimulus.getCurrentRamp();
                yield new Drive.Ramp(r.getStartMs(), r.getDurationMs(), r.getFromNA(), r.getToNA());
            }
            case CURRENT_NOISE -> {
                var n = stimulus.getCurrentNoise();
                double tau_ms = n.getTauMs() == 0 ? NOISE_TAU_MS : n.getTauMs();
                yield new Drive.Noise(n.getStartMs(), n.getDurationMs(), n.getMeanNA(), n.getSdNA(), tau_ms);
            }
            case POISSON_SPIKES -> {
                var p = stimulus.getPoissonSpikes();
                yield new Drive.Poisson(
                        p.getStartMs(), p.getDurationMs(), p.getRateHz(), p.getSynapsesPerCell(), p.getWeightUS());
            }
            case VOLLEY -> {
                var v = stimulus.getVolley();
                yield new Drive.Volley(v.getTimeMs(), v.getJitterMs(), v.getSynapsesPerCell(), v.getWeightUS());
            }
            case FIBRE_VOLLEY, FIBRE_POISSON -> throw new AssertionError("spikes of fibres");
            case KIND_NOT_SET -> throw new AssertionError("an incomplete request");
        };
    }
}
