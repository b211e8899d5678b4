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

/** The metric of the plan's analysis over the number that is swept: one curve for each variant and group, one point per run. */
final class SweptNumbers {
    private static final String DEFAULT_METRIC = "mean_rate";

    private SweptNumbers() {}

    /** Empty where no run stands under one swept number. */
    static List<Series> of(StepContext context) {
        var metric = metric(context);
        var measures = new ArrayList<Measure>();
        for (var run : context.runs()) {
            if (run.setting().under().size() == 1) {
                var answer = SimAnalyse.ask(context, run, List.of(metric));
                measures.addAll(Answers.measures(context.step().id(), run.setting(), answer));
            }
        }
        var curves = new LinkedHashMap<String, Series.Builder>();
        measures.stream()
                .filter(m -> m.metric().equals(metric) && swept(m).isNumber())
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

    /** That of the plan's first analysis of activity. */
    private static String metric(StepContext context) {
        return context.plan().steps().stream()
                .filter(s -> s.action().equals("sim.analyse"))
                .map(s -> s.params().path("metric").asString(DEFAULT_METRIC))
                .findFirst()
                .orElse(DEFAULT_METRIC);
    }

    private static JsonNode swept(Measure m) {
        return m.under().values().iterator().next();
    }

    private static String name(Measure m) {
        return m.variant().equals(Setting.PLAIN) ? m.group() : m.group() + ", " + m.variant();
    }

    private static Series.Builder curve(Measure m, String group) {
        var parameter = Setting.shortName(m.under().keySet().iterator().next());
        return Series.newBuilder()
                .setMetric("sweep")
                .setGroup(group)
                .setXLabel(parameter)
                .setYLabel(m.unit().equals("1") ? m.metric() : "%s (%s)".formatted(m.metric(), m.unit()));
    }
}
