package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Marks an edit: the listed paths hold what is expected, nothing else changed, and the patch makes this plan of the one before. */
final class EditMarks {
    private final ValueMatch match;

    EditMarks(ValueMatch match) {
        this.match = match;
    }

    List<Mark> of(Item.Turn turn, Plan before, Proposal.Edit edit) {
        var marks = new ArrayList<Mark>();
        var ops = turn.expect().path("ops");
        var allowed = new HashSet<String>();
        for (var op : ops) {
            var place = Place.of(op.path("path").asString(), before, edit.plan());
            allowed.add(place.path());
            if (place.param().isEmpty()) {
                allowed.addAll(Needs.before(place.action()));
            }
            marks.add(Mark.of(
                    Score.EDIT,
                    holds(op, place, before, edit.plan()),
                    op,
                    place.in(edit.plan()).toString()));
        }
        var changed = changed(before, edit.plan());
        changed.removeIf(path -> allowed.stream().anyMatch(a -> path.equals(a) || path.startsWith(a + ".")));
        marks.add(Mark.of(Score.EDIT, changed.isEmpty(), "nothing but " + allowed, "also changed: " + changed));
        marks.add(patch(before, edit));
        return marks;
    }

    private boolean holds(JsonNode op, Place place, Plan before, Plan after) {
        var value = op.path("value");
        var old = place.in(before);
        var now = place.in(after);
        var name = place.name();
        return switch (op.path("op").asString()) {
            case "set", "replace" -> match.fits(name, value, now);
            case "remove" ->
                value.isMissingNode()
                        ? now.isMissingNode() || (now.isArray() && now.isEmpty())
                        : items(now).stream().noneMatch(n -> match.fits(name, value, n));
            case "add" -> added(name, value, old, now);
            default -> false;
        };
    }

    private boolean added(String name, JsonNode value, JsonNode old, JsonNode now) {
        if (!now.isArray()) {
            return match.fits(name, value, now);
        }
        var left = new ArrayList<>(now.valueStream().toList());
        boolean kept = items(old).stream().allMatch(left::remove);
        var whole = JsonNodeFactory.instance.arrayNode().addAll(left);
        return kept && match.fits(name, value, left.size() == 1 && !value.isArray() ? left.getFirst() : whole);
    }

    /** Dotted paths of all that differs: "sim.run.ca_mM", or "sim.run" where a step came or went. */
    static Set<String> changed(Plan before, Plan after) {
        var changed = new HashSet<String>();
        var a = leaves(before);
        var b = leaves(after);
        a.forEach((path, value) -> {
            if (!same(value, b.get(path))) {
                changed.add(path);
            }
        });
        b.keySet().stream().filter(path -> !a.containsKey(path)).forEach(changed::add);
        return changed;
    }

    private static boolean same(JsonNode a, @org.jspecify.annotations.Nullable JsonNode b) {
        return b != null && (a.isNumber() && b.isNumber() ? ValueMatch.close(a.asDouble(), b.asDouble()) : a.equals(b));
    }

    private static TreeMap<String, JsonNode> leaves(Plan plan) {
        var leaves = new TreeMap<String, JsonNode>();
        var seen = new ArrayList<String>();
        for (var step : plan.steps()) {
            long earlier = seen.stream().filter(step.action()::equals).count();
            var name = earlier == 0 ? step.action() : step.action() + "." + earlier;
            seen.add(step.action());
            leaves.put(name, JsonNodeFactory.instance.booleanNode(true));
            flatten(name, step.params(), leaves);
        }
        plan.variants().forEach(v -> leaves.put("variants." + v.name(), JsonNodeFactory.instance.pojoNode(v.set())));
        return leaves;
    }

    private static void flatten(String path, JsonNode node, TreeMap<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties().forEach(e -> flatten(path + "." + e.getKey(), e.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "." + i, node.get(i), leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    private static Mark patch(Plan before, Proposal.Edit edit) {
        try {
            var made = PlanPatch.apply(before, edit.operations());
            return Mark.of(
                    Score.PATCH,
                    PlanJson.canonical(made).equals(PlanJson.canonical(edit.plan())),
                    PlanJson.canonical(edit.plan()),
                    PlanJson.canonical(made));
        } catch (Problem refused) {
            return Mark.of(
                    Score.PATCH,
                    false,
                    "a patch that applies to the version before",
                    String.valueOf(refused.getMessage()));
        }
    }

    private static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : node.isMissingNode() ? List.of() : List.of(node);
    }

    /** Where an operation of the corpus points: "sim.run.blocks" is parameter blocks of action sim.run. */
    private record Place(String action, List<String> param) {
        static Place of(String dotted, Plan before, Plan after) {
            var parts = List.of(dotted.split("\\."));
            int action = parts.getFirst().equals("estimate") || parts.getFirst().equals("variants") ? 1 : 2;
            assert before.steps().size() + after.steps().size() > 0 : "an edit needs a plan";
            return new Place(
                    String.join(".", parts.subList(0, Math.min(action, parts.size()))),
                    parts.subList(Math.min(action, parts.size()), parts.size()));
        }

        String path() {
            return param.isEmpty() ? action : action + "." + String.join(".", param);
        }

        String name() {
            return param.isEmpty() ? "params" : param.getLast();
        }

        JsonNode in(Plan plan) {
            if (action.equals("variants")) {
                return PlanJson.tree(plan).path("variants");
            }
            JsonNode node = plan.steps(action).stream()
                    .map(Step::params)
                    .map(JsonNode.class::cast)
                    .findFirst()
                    .orElse(tools.jackson.databind.node.MissingNode.getInstance());
            for (var name : param) {
                node = node.isArray() && name.matches("\\d+") ? node.path(Integer.parseInt(name)) : node.path(name);
            }
            return node;
        }
    }
}
