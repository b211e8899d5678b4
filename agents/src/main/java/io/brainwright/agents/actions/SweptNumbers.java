package io.brainwright.agents.actions;

import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.Setting;
import io.brainwright.agents.run.StepContext;
import io.brainwright.proto.fabric.v1.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The metric of the plan's analysis over the number that is swept: one curve for each variant and group, one point per run. */
final class SweptNumbers {
    private static final String DEFAULT_METRIC = "mean_rate";
    /** What a sweep of thalamic fibres shows where nothing is simulated. */
    private static final String WIRED = "fibres_per_cell";

    /** Ends the name of what chance gives of a metric; drawn beside it. */
    private static final String FLOOR = "_floor";

    private SweptNumbers() {}

    /** Empty where neither a run nor the wiring stands under one swept number. */
    static List<Series> of(StepContext context) {
        var analysis = analysis(context);
        var metric = analysis.path("metric").asString(DEFAULT_METRIC);
        var measures = new ArrayList<Measure>();
        for (var run : context.runs()) {
            if (run.setting().under().size() == 1) {
                var answer = SimAnalyse.ask(context, run, List.of(metric), analysis);
                measures.addAll(Answers.measures(context.step().id(), run.setting(), answer));
            }
        }
        boolean simulated = !measures.isEmpty();
        if (!simulated) {
            context.outcomes().forEach(o -> measures.addAll(o.measures()));
        }
        return curves(measures, simulated ? metric : WIRED);
    }

    private static List<Series> curves(List<Measure> measures, String metric) {
        var curves = new LinkedHashMap<String, Series.Builder>();
        measures.stream()
                .filter(m -> (m.metric().equals(metric) || m.metric().equals(metric + FLOOR))
                        && m.under().size() == 1
                        && swept(m).isNumber())
                .sorted(Comparator.comparingDouble(m -> swept(m).asDouble()))
                .forEach(m -> {
                    if (m.value() != null) {
                        curves.computeIfAbsent(name(m), group -> curve(m, group))
                                .addX(swept(m).asDouble())
                                .addY(m.value());
                    }
                });
        return curves.values().stream().map(Series.Builder::build).toList();
    }

    /** Metric, window and groups of the plan's first analysis of activity; nothing where it has none. */
    private static JsonNode analysis(StepContext context) {
        return context.plan().steps().stream()
                .filter(s -> s.action().equals("sim.analyse"))
                .map(s -> (JsonNode) s.params())
                .findFirst()
                .orElse(JsonNodeFactory.instance.objectNode());
    }

    private static JsonNode swept(Measure m) {
        return m.under().values().iterator().next();
    }

    private static String name(Measure m) {
        var whose = m.metric().endsWith(FLOOR) ? m.group() + ", shuffled" : m.group();
        return m.variant().equals(Setting.PLAIN) ? whose : whose + ", " + m.variant();
    }

    private static Series.Builder curve(Measure m, String group) {
        var parameter = Setting.shortName(m.under().keySet().iterator().next());
        return Series.newBuilder()
                .setMetric("sweep")
                .setGroup(group)
                .setXLabel(parameter)
                .setYLabel(
                        m.unit().equals("1")
                                ? m.metric().replace(FLOOR, "")
                                : "%s (%s)".formatted(m.metric(), m.unit()));
    }
}
