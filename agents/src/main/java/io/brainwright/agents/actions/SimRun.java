package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.SimulationRun;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.sim.v1.DepthProbe;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SpontaneousRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Simulates the circuit under one setting. Calcium of connectome.physiology holds where sim.run says none. */
final class SimRun implements ActionExecutor {
    private static final String PLASTICITY = "plasticity";

    @Override
    public String action() {
        return "sim.run";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var words = new ArrayList<String>();
        var measures = new ArrayList<Measure>();
        var request = Thresholds.given(context, request(context, context.params(), words), measures, words);
        var made = context.build("sim", () -> context.services().sim().build(request));
        var outputs = Map.of(DatasetKind.SIMULATION, made);
        if (request.getPlasticity().isEmpty()) {
            return new StepOutcome(outputs, measures, List.of(), words, List.of());
        }
        var run = new SimulationRun(
                context.setting(),
                context.params(),
                request.getCells(),
                request.getMorphologies(),
                request.hasSynapses() ? request.getSynapses() : null,
                made);
        var changed = SimAnalyse.ask(context, run, List.of(PLASTICITY));
        words.addAll(changed.getNotesList());
        if (!context.plan().steps("export.sonata").isEmpty()) {
            words.add(
                    "The SONATA release holds the synapses as they began, without plasticity: run from there, they do not change.");
        }
        measures.addAll(Answers.measures(context.step().id(), context.setting(), changed));
        return new StepOutcome(
                outputs,
                measures,
                changed.getSeriesList().stream()
                        .map(s -> SimAnalyse.named(s, run))
                        .toList(),
                words,
                List.of());
    }

    /** The typed request; {@code words} takes what was chosen on the way. */
    static SimRequest request(StepContext context, ObjectNode params, List<String> words) {
        var cells = context.require(DatasetKind.CELLS);
        var ca_mM = params.has("ca_mM")
                ? params.path("ca_mM")
                : context.upstream("connectome.physiology").path("ca_mM");
        var request = SimRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .setDurationMs(params.path("duration_ms").asDouble(0))
                .setDtMs(params.path("dt_ms").asDouble(0))
                .setTemperatureDegC(params.path("temperature_degC").asDouble(0))
                .setCaMM(ca_mM.asDouble(0))
                .setSeed(params.path("seed").asLong(0))
                .setBackend("auto");
        if (params.has("mg_mM")) {
            request.setMgMM(params.path("mg_mM").asDouble());
        }
        request.setRelease(params.path("release").asString(""));
        if (params.path("minis").asString("none").equals("by_layer")) {
            request.setMinis(SpontaneousRelease.getDefaultInstance());
        }
        var plasticity = params.path(PLASTICITY).asString("none");
        if (!plasticity.equals("none")) {
            request.setPlasticity(plasticity);
        }
        context.input(DatasetKind.SYNAPSES).ifPresent(request::setSynapses);
        params.path("blocks")
                .forEach(block -> request.addBlocks(
                        block.isObject() ? block.path("receptor").asString("") : block.asString()));
        OfCells.input(context, DatasetKind.GAP_JUNCTIONS, cells).ifPresent(request::setGapJunctions);
        addStimuli(context, params, request, words);
        addProbe(params, request);
        OwnRecipe.give(context.plan(), "sim", request::setOwnValues);
        return request.build();
    }

    /** Spikes and voltages are recorded always; the extracellular potential where it is asked for. */
    private static void addProbe(ObjectNode params, SimRequest.Builder request) {
        for (var recording : params.path("recordings")) {
            if (recording.path("variable").asString("").equals("lfp")) {
                request.setDepthProbe(DepthProbe.newBuilder()
                        .setContacts(recording.path("contacts").asInt(0))
                        .setSpacingUm(recording.path("spacing_um").asDouble(0)));
            }
        }
    }

    private static void addStimuli(
            StepContext context, ObjectNode params, SimRequest.Builder request, List<String> words) {
        var cells = request.getCells();
        var thalamic = OfCells.input(context, DatasetKind.THALAMIC, cells);
        var stimuli = new Stimuli(params, words, thalamic.isPresent());
        for (int i = 0; i < params.path("stimuli").size(); i++) {
            var said = params.path("stimuli").get(i);
            var target = said.has("target") ? said.path("target") : params.path("target");
            request.addStimuli(stimuli.typed(i).setTarget(CellTargets.of(target, context, cells)));
        }
        if (params.has("depolarisation_percent")) {
            request.addStimuli(
                    Stimuli.depolarisation(params).setTarget(CellTargets.of(params.path("target"), context, cells)));
        }
        if (stimuli.fireFibres() || request.hasMinis()) {
            thalamic.ifPresent(request::setThalamic);
        }
    }
}
