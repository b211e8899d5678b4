package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.neuro.problem.FieldFault;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Stimuli within the time and the tissue of the simulation. */
final class TimingCheck {
    private TimingCheck() {}

    static void check(Plan plan, List<FieldFault> faults) {
        for (var run : plan.steps("sim.run")) {
            int i = 0;
            for (var s : run.params().path("stimuli")) {
                stimulus(plan, run, s, "sim.run.stimuli." + i++, faults);
            }
        }
    }

    private static void stimulus(Plan plan, Step run, JsonNode s, String at, List<FieldFault> faults) {
        var end = run.params().path("duration_ms");
        var onset = s.path("time_ms");
        if (onset.isNumber() && end.isNumber() && onset.asDouble() >= end.asDouble()) {
            faults.add(new FieldFault(at + ".time_ms", "late_stimulus:%s|%s".formatted(onset, end)));
        }
        var amplitude = s.path("amplitude_nA");
        if (amplitude.isNumber() && amplitude.asDouble() == 0) {
            faults.add(new FieldFault(at + ".amplitude_nA", "no_current:"));
        }
        var layers = plan.steps("atlas.region").isEmpty()
                ? null
                : plan.steps("atlas.region").getFirst().params().path("layers");
        for (var layer : s.path("target").path("layer")) {
            if (layers != null && !layers.isEmpty() && layers.valueStream().noneMatch(layer::equals)) {
                faults.add(new FieldFault(at + ".target.layer", "unbuilt_layer:%s|%s".formatted(layer, layers)));
            }
        }
    }
}
