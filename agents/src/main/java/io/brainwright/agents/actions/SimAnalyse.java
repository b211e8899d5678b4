package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.RunNotes;
import io.brainwright.agents.run.SimulationRun;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.sim.v1.AnalyseRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Measures the runs that it needs; without any in the plan, those of the workspace that ran last. */
final class SimAnalyse implements ActionExecutor {
    @Override
    public String action() {
        return "sim.analyse";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var runs = context.runs();
        if (runs.isEmpty()) {
            throw nothingSimulated(context);
        }
        var measures = new ArrayList<Measure>();
        var series = new ArrayList<Series>();
        var notes = new RunNotes();
        for (var run : runs) {
            var answer = ask(context, run, metrics(context.params()));
            measures.addAll(Answers.measures(context.step().id(), run.setting(), answer));
            answer.getSeriesList().forEach(s -> series.add(named(s, run)));
            notes.add(run.setting().words(), answer.getNotesList());
        }
        return new StepOutcome(Map.of(), measures, series, notes.words(), List.of());
    }

    static List<String> metrics(JsonNode params) {
        var metrics = new ArrayList<String>();
        CellGroups.texts(params.path("metric")).forEach(metrics::add);
        return metrics;
    }

    /** Asks the simulator for some metrics of one run, in the window and groups that this step names. */
    static MeasuredResponse ask(StepContext context, SimulationRun run, List<String> metrics) {
        return ask(context, run, metrics, context.params());
    }

    /** The same in the window and groups that an analysis names. */
    static MeasuredResponse ask(StepContext context, SimulationRun run, List<String> metrics, JsonNode params) {
        var request = AnalyseRequest.newBuilder()
                .setRun(run.simulation())
                .setCells(run.cells())
                .addAllMetrics(metrics)
                .setGroupBy(params.path("group_by").asString(""));
        if (params.path("from_ms").isNumber()) {
            request.setFromMs(params.path("from_ms").asDouble());
        }
        if (params.path("to_ms").isNumber()) {
            request.setToMs(params.path("to_ms").asDouble());
        }
        if (params.path("bin_ms").isNumber()) {
            request.setBinMs(params.path("bin_ms").asDouble());
        }
        if (run.params().path("target").isObject()) {
            request.setTarget(CellTargets.of(run.params().path("target"), context, run.cells()));
        }
        return context.services().sim().analyse(request.build());
    }

    static Series named(Series series, SimulationRun run) {
        var setting = run.setting().words();
        return setting.isEmpty()
                ? series
                : series.toBuilder()
                        .setGroup(series.getGroup() + ", " + setting)
                        .build();
    }

    static Problem nothingSimulated(StepContext context) {
        return new Problem(
                Kind.PRECONDITION,
                "NOTHING_SIMULATED",
                "%s needs a simulation, and neither this plan nor this workspace has any."
                        .formatted(context.step().action()),
                "Add a step 'sim.run' to the plan, or run one first.",
                Map.of("step", context.step().id()));
    }
}
