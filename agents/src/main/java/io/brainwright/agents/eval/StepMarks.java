package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Marks the steps, their order, what was not asked for, parameters and variants. */
final class StepMarks {
    private final ValueMatch match;

    StepMarks(ValueMatch match) {
        this.match = match;
    }

    List<Mark> of(Item item, Item.Turn turn, @Nullable Plan plan) {
        var marks = new ArrayList<Mark>();
        var listed = turn.expect().path("steps").valueStream().toList();
        var steps = plan == null ? List.<Step>of() : plan.steps();
        var taken = new ArrayList<Integer>();
        for (var expected : listed) {
            int k = best(expected, steps, taken);
            taken.add(k);
            parameters(expected, k < 0 ? null : steps.get(k), marks);
        }
        var found = taken.stream().filter(k -> k >= 0).toList();
        if (!listed.isEmpty()) {
            marks.add(new Mark(Score.STEP_RECALL, found.size(), listed.size(), names(listed), actions(steps)));
            boolean ordered = found.size() == listed.size()
                    && found.stream().sorted().toList().equals(found);
            marks.add(Mark.of(Score.STEP_ORDER, ordered, names(listed), actions(steps)));
        }
        if (!steps.isEmpty() && turn.expect().has("steps")) {
            var extra = extra(item, listed, steps, found);
            marks.add(new Mark(
                    Score.STEP_PRECISION,
                    steps.size() - extra.size(),
                    steps.size(),
                    "no step but " + names(listed) + " and what they need",
                    "also " + extra));
        }
        if (turn.expect().path("no_steps").asBoolean(false)) {
            marks.add(Mark.of(
                    Score.NO_STEPS, plan != null && steps.isEmpty(), "an answer without steps", actions(steps)));
        }
        variants(turn.expect().path("variants"), plan, marks);
        return marks;
    }

    /** Steps that were neither asked for nor needed. */
    static List<String> extra(Item item, List<JsonNode> listed, List<Step> steps, List<Integer> found) {
        var allowed = Needs.allowed(listed, item);
        if (listed.stream().anyMatch(s -> s.path("step").asString().startsWith("placement."))
                && item.workspace().has("circuit")) {
            allowed.addAll(Needs.before("sim.run")); // a changed placement rebuilds what stands on it
        }
        var extra = new ArrayList<String>();
        for (int i = 0; i < steps.size(); i++) {
            if (!found.contains(i) && !allowed.contains(steps.get(i).action())) {
                extra.add(steps.get(i).action());
            }
        }
        return extra;
    }

    private int best(JsonNode expected, List<Step> steps, List<Integer> taken) {
        int best = -1;
        long most = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (!taken.contains(i)
                    && steps.get(i).action().equals(expected.path("step").asString())) {
                var params = steps.get(i).params();
                long right = expected.path("params").properties().stream()
                        .filter(e -> fits(e, params))
                        .count();
                if (right > most) {
                    best = i;
                    most = right;
                }
            }
        }
        return best;
    }

    private void parameters(JsonNode expected, @Nullable Step step, List<Mark> marks) {
        var params = step == null ? JsonNodeFactory.instance.objectNode() : step.params();
        for (var e : expected.path("params").properties()) {
            var path = expected.path("step").asString() + "." + e.getKey();
            marks.add(Mark.of(
                    Score.PARAMETERS,
                    step != null && fits(e, params),
                    path + " = " + e.getValue(),
                    step == null
                            ? "there is no such step"
                            : path + " = " + params.path(e.getKey()).toString()));
        }
    }

    private boolean fits(Map.Entry<String, JsonNode> expected, JsonNode params) {
        return match.fits(expected.getKey(), expected.getValue(), params.path(expected.getKey()));
    }

    private void variants(JsonNode expected, @Nullable Plan plan, List<Mark> marks) {
        if (!expected.isArray()) {
            return;
        }
        var left = new ArrayList<>(plan == null ? List.of() : plan.variants());
        int count = left.size();
        for (var one : expected) {
            var partner =
                    left.stream().filter(v -> sets(one.path("set"), v.set())).findFirst();
            partner.ifPresent(left::remove);
            marks.add(Mark.of(
                    Score.VARIANTS,
                    partner.isPresent() && count == expected.size(),
                    one,
                    plan == null ? "no plan" : plan.variants()));
        }
    }

    private boolean sets(JsonNode expected, Map<String, JsonNode> set) {
        var said = set.entrySet().stream()
                .filter(e -> !(e.getValue().isArray() && e.getValue().isEmpty()))
                .toList();
        return said.size() == expected.size()
                && said.stream()
                        .allMatch(e -> expected.has(e.getKey())
                                && match.fits(last(e.getKey()), expected.path(e.getKey()), e.getValue()));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String names(List<JsonNode> listed) {
        return listed.stream().map(s -> s.path("step").asString()).toList().toString();
    }

    private static String actions(List<Step> steps) {
        return steps.stream().map(Step::action).toList().toString();
    }
}
