package io.brainwright.agents.actions;

import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.Setting;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service's numbers as measures of a run. */
final class Answers {
    private Answers() {}

    static StepOutcome outcome(String step, Setting setting, MeasuredResponse answer) {
        var words = new LinkedHashSet<>(answer.getNotesList());
        for (var m : answer.getMeasuresList()) {
            if (!m.getSource().isEmpty()) {
                words.add("Source of %s: %s".formatted(m.getMetric(), m.getSource()));
            }
        }
        return StepOutcome.measured(measures(step, setting, answer), answer.getSeriesList(), List.copyOf(words));
    }

    static List<Measure> measures(String step, Setting setting, MeasuredResponse answer) {
        var measures = new ArrayList<Measure>();
        for (var m : answer.getMeasuresList()) {
            measures.add(new Measure(
                    step,
                    m.getMetric(),
                    m.getGroup(),
                    setting.variant(),
                    setting.under(),
                    m.hasValue() ? m.getValue() : null,
                    m.getUnit(),
                    spread(m),
                    m.getN()));
        }
        return measures;
    }

    private static Measure.@Nullable Spread spread(Measured m) {
        return m.hasSd() ? new Measure.Spread("sd", m.getSd(), m.getOver()) : null;
    }
}
