package io.brainwright.sim.service;

import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.sim.model.circuit.Receptor;
import io.brainwright.sim.model.emodel.ElectricalModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Completes and checks a request: every default is documented in sim.proto, every fault says what would be right. */
final class SimRequestCheck {
    static final double DT_MS = 0.025;
    static final double TEMPERATURE_DEGC = 34;
    private static final double CA_MM = 2;
    private static final double MG_MM = 1;
    private static final double SOMA_REPORT_MS = 0.1;
    private static final double COMPARTMENT_REPORT_MS = 1;
    /** An action potential lasts about a millisecond: to see it run along a dendrite takes frames of a tenth. */
    private static final double COMPARTMENT_REPORT_FINE_MS = 0.1;

    private static final double FINE_UP_TO_MS = 100;
    /** chosen: the pitch of the usual laminar probes, fine enough to tell the layers apart. */
    private static final double SPACING_UM = 100;

    private static final double LONGEST_MS = 60_000;
    /** chosen: far above any rate of spontaneous release. */
    private static final double MOST_MINIS_HZ = 100;

    private static final double STEP_ROUNDING = 1e-6;

    private final SimRequest.Builder r;
    private final Faults faults = new Faults();

    private SimRequestCheck(SimRequest request) {
        this.r = request.toBuilder();
    }

    static SimRequest complete(SimRequest request) {
        var check = new SimRequestCheck(request);
        check.fill();
        check.datasets();
        check.run();
        check.reports();
        check.own();
        for (int i = 0; i < request.getStimuliCount(); i++) {
            new StimulusCheck(check.faults, "stimuli[%d]".formatted(i), check.r.getDurationMs())
                    .check(request.getStimuli(i));
            check.fibres(i);
            check.threshold(i);
        }
        check.faults.throwIfAny("The simulation cannot run as asked.");
        return check.r.build();
    }

    private void fill() {
        if (r.getDtMs() == 0) {
            r.setDtMs(DT_MS);
        }
        if (r.getTemperatureDegC() == 0) {
            r.setTemperatureDegC(TEMPERATURE_DEGC);
        }
        if (r.getCaMM() == 0) {
            r.setCaMM(CA_MM);
        }
        if (!r.hasMgMM()) {
            r.setMgMM(MG_MM);
        }
        if (r.getSomaReportDtMs() == 0) {
            r.setSomaReportDtMs(wholeSteps_ms(SOMA_REPORT_MS));
        }
        if (r.getCompartmentReportDtMs() == 0) {
            r.setCompartmentReportDtMs(wholeSteps_ms(
                    r.getDurationMs() <= FINE_UP_TO_MS ? COMPARTMENT_REPORT_FINE_MS : COMPARTMENT_REPORT_MS));
        }
        if (r.hasDepthProbe()) {
            var probe = r.getDepthProbeBuilder();
            if (probe.getSpacingUm() == 0) {
                probe.setSpacingUm(SPACING_UM);
            }
            if (probe.getReportDtMs() == 0) {
                probe.setReportDtMs(wholeSteps_ms(SOMA_REPORT_MS));
            }
        }
        if (r.getRelease().isEmpty()) {
            r.setRelease(SimRequests.plastic(r.buildPartial()) ? SimRequests.STOCHASTIC : SimRequests.DETERMINISTIC);
        }
        if (r.getBackend().isEmpty()) {
            r.setBackend("auto");
        }
    }

    private void own() {
        if (r.hasOwnValues()) {
            var own = own(r.getOwnValues(), faults);
            r.clearOwnValues();
            own.ifPresent(r::setOwnValues);
        }
    }

    /** The scientist's own numbers of the electrical models, completed; what is wrong with them is added to the faults. */
    static Optional<OwnValues> own(OwnValues given, Faults faults) {
        var wrong = new ArrayList<FieldFault>();
        var own = OwnNumbers.complete(given, "sim", RecipeFile.open(ElectricalModels.RECIPE), wrong);
        wrong.forEach(fault -> faults.add(fault.field(), fault.fault()));
        return own;
    }

    /** Time step and temperature. */
    static void integration(double dt_ms, double temperature_degC, Faults faults) {
        faults.range("dt_ms", dt_ms, 0.005, 0.1, "ms");
        faults.range("temperature_degC", temperature_degC, 0, 50, "degC");
    }

    private void datasets() {
        faults.dataset("cells", r.getCells());
        faults.dataset("morphologies", r.getMorphologies());
        if (r.hasSynapses()) {
            faults.dataset("synapses", r.getSynapses());
        }
        if (r.hasThalamic()) {
            faults.dataset("thalamic", r.getThalamic());
        }
        if (r.hasGapJunctions()) {
            faults.dataset("gap_junctions", r.getGapJunctions());
        }
        if (r.hasThresholds()) {
            faults.dataset("thresholds", r.getThresholds());
        }
    }

    private void threshold(int i) {
        if (SimRequests.byThreshold(r.getStimuli(i)) && !r.hasThresholds()) {
            faults.add("stimuli[%d]".formatted(i), "is in percent of threshold currents; name them in 'thresholds'.");
        }
    }

    private void fibres(int i) {
        var stimulus = r.getStimuliBuilder(i);
        if (!SimRequests.firesFibres(stimulus.build())) {
            return;
        }
        if (!r.hasThalamic()) {
            faults.add("stimuli[%d]".formatted(i), "fires fibres; name them in 'thalamic'.");
        }
        var fibres = stimulus.hasFibreVolley()
                ? stimulus.getFibreVolleyBuilder().getFibresBuilder()
                : stimulus.getFibrePoissonBuilder().getFibresBuilder();
        if (fibres.getFraction() == 0) {
            fibres.setFraction(1);
        }
    }

    private void run() {
        faults.positive("duration_ms", r.getDurationMs(), LONGEST_MS, "ms");
        integration(r.getDtMs(), r.getTemperatureDegC(), faults);
        if (r.getDurationMs() > 0 && r.getDurationMs() < r.getDtMs()) {
            faults.add("duration_ms", "%s ms is less than one time step.".formatted(r.getDurationMs()));
        }
        faults.range("ca_mM", r.getCaMM(), 0.1, 10, "mM");
        faults.range("mg_mM", r.getMgMM(), 0, 10, "mM");
        if (!Set.of("auto", "java", "opencl").contains(r.getBackend())) {
            faults.add("backend", "'%s'; auto, java or opencl.".formatted(r.getBackend()));
        }
        if (!Set.of(SimRequests.DETERMINISTIC, SimRequests.STOCHASTIC).contains(r.getRelease())) {
            faults.add("release", "'%s'; deterministic or stochastic.".formatted(r.getRelease()));
        }
        plasticity();
        if (r.getMinis().hasExcitatoryHz()) {
            faults.range("minis.excitatory_Hz", r.getMinis().getExcitatoryHz(), 0, MOST_MINIS_HZ, "Hz");
        }
        if (r.getMinis().hasInhibitoryHz()) {
            faults.range("minis.inhibitory_Hz", r.getMinis().getInhibitoryHz(), 0, MOST_MINIS_HZ, "Hz");
        }
        for (int i = 0; i < r.getBlocksCount(); i++) {
            var name = r.getBlocks(i);
            if (Arrays.stream(Receptor.values()).noneMatch(known -> known.name().equals(name))) {
                faults.add(
                        "blocks[%d]".formatted(i),
                        "'%s' is no receptor; %s.".formatted(name, Arrays.toString(Receptor.values())));
            }
        }
    }

    private void plasticity() {
        if (r.getPlasticity().isEmpty()) {
            return;
        }
        if (!r.getPlasticity().equals(SimRequests.CALCIUM)) {
            faults.add(
                    "plasticity",
                    "'%s'; calcium, which changes synapses between excitatory cells, or nothing."
                            .formatted(r.getPlasticity()));
        }
        if (!r.hasSynapses()) {
            faults.add("plasticity", "there are no synapses that could change; name them in 'synapses'.");
        }
        if (r.getRelease().equals(SimRequests.DETERMINISTIC)) {
            faults.add(
                    "release",
                    "deterministic; plastic synapses release whole vesicles at random: leave it open, or 'stochastic'.");
        }
    }

    private void reports() {
        report("soma_report_dt_ms", r.getSomaReportDtMs());
        report("compartment_report_dt_ms", r.getCompartmentReportDtMs());
        if (r.hasDepthProbe()) {
            faults.range("depth_probe.contacts", r.getDepthProbe().getContacts(), 0, 128, "contacts");
            faults.range("depth_probe.spacing_um", r.getDepthProbe().getSpacingUm(), 5, 2000, "um");
            report("depth_probe.report_dt_ms", r.getDepthProbe().getReportDtMs());
        }
    }

    private void report(String field, double interval_ms) {
        double steps = interval_ms / r.getDtMs();
        if (!(steps >= 1 - STEP_ROUNDING && Math.abs(steps - Math.rint(steps)) < STEP_ROUNDING * Math.max(1, steps))) {
            faults.add(
                    field,
                    "%s ms; a whole number of time steps of %s ms, e.g. %s ms."
                            .formatted(interval_ms, r.getDtMs(), wholeSteps_ms(interval_ms)));
        }
    }

    private double wholeSteps_ms(double wish_ms) {
        double dt_ms = r.getDtMs();
        return dt_ms > 0 && wish_ms > 0 ? Math.max(1, Math.rint(wish_ms / dt_ms)) * dt_ms : wish_ms;
    }
}
