package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collects changes of a plan as JSON Patch; what is assumed for a value that is now said goes out of the assumptions. */
final class PatchWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ArrayNode operations = JSON.arrayNode();
    private final List<String> told = new ArrayList<>();
    private Plan plan;
    private boolean already;

    PatchWriter(Plan plan) {
        this.plan = plan;
    }

    ArrayNode operations() {
        return operations;
    }

    /** The plan as the operations so far leave it; its version counts once. */
    Plan plan() {
        return plan;
    }

    /** What changed, in words. */
    List<String> told() {
        return told;
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Whether a value was to be set that stands there already. */
    boolean hasAlready() {
        return already;
    }

    /** The parameters of the first step of an action. */
    Optional<ObjectNode> params(String action) {
        return plan.steps(action).stream().findFirst().map(s -> s.params());
    }

    boolean has(String action) {
        return !plan.steps(action).isEmpty();
    }

    /** The value at a dotted path below an action; missing where there is none. */
    JsonNode at(String action, String path) {
        return params(action)
                .map(p -> p.at("/" + path.replace('.', '/')))
                .orElseGet(() -> JSON.objectNode().at("/x"));
    }

    /** Sets a parameter: "sim.run", "stimuli.0.amplitude_nA". */
    void set(String action, String path, JsonNode value) {
        int step = index(action);
        var pointer = "/steps/" + step + "/params/" + path.replace('.', '/');
        var old = at(action, path);
        if (value.equals(old)) {
            already = true;
            return;
        }
        parents(action, path, step);
        forget(action + "." + path);
        apply(op(old.isMissingNode() ? "add" : "replace", pointer).set("value", value));
        told.add("%s.%s = %s".formatted(action, path, Understood.words(value)));
    }

    /** Appends to a list. */
    void append(String action, String path, JsonNode value) {
        int step = index(action);
        if (!at(action, path).isArray()) {
            set(action, path, JSON.arrayNode().add(value));
            return;
        }
        apply(op("add", "/steps/" + step + "/params/" + path.replace('.', '/') + "/-")
                .set("value", value));
        told.add("%s.%s + %s".formatted(action, path, Understood.words(value)));
    }

    /** Takes a parameter away. */
    void remove(String action, String path) {
        if (at(action, path).isMissingNode()) {
            return;
        }
        forget(action + "." + path);
        apply(op("remove", "/steps/" + index(action) + "/params/" + path.replace('.', '/')));
        told.add("- %s.%s".formatted(action, path));
    }

    /** Puts another action in the place of a step; what was assumed for the old one goes. */
    void swap(String action, String by, ObjectNode params, List<Assumption> assumed) {
        int step = index(action);
        forget(action);
        apply(op("replace", "/steps/" + step + "/action").put("value", by));
        apply(op("replace", "/steps/" + step + "/params").set("value", params));
        assumed.forEach(this::assume);
        told.add("%s -> %s".formatted(action, by));
    }

    void removeStep(String action) {
        int at = index(action);
        handOn(plan().steps().get(at));
        apply(op("remove", "/steps/" + at));
        told.add("- " + action);
    }

    /** What needs a step that goes needs from now on what that one needed. */
    private void handOn(Step gone) {
        for (int i = 0; i < plan().steps().size(); i++) {
            var needs = plan().steps().get(i).needs();
            if (needs.contains(gone.id())) {
                var left = new LinkedHashSet<String>();
                needs.forEach(n -> left.addAll(n.equals(gone.id()) ? gone.needs() : List.of(n)));
                var list = JSON.arrayNode();
                left.forEach(list::add);
                apply(op("replace", "/steps/" + i + "/needs").set("value", list));
            }
        }
    }

    /** Removes the steps of an action that fit. */
    void removeStep(String action, java.util.function.Predicate<Step> fits) {
        for (int i = plan().steps().size() - 1; i >= 0; i--) {
            var step = plan().steps().get(i);
            if (step.action().equals(action) && fits.test(step)) {
                handOn(step);
                apply(op("remove", "/steps/" + i));
                told.add("- " + action);
            }
        }
    }

    /** Adds a step at the end. */
    void addStep(ObjectNode step) {
        apply(op("add", "/steps/-").set("value", step));
        told.add("+ " + step.path("action").asString());
    }

    /** Adds a step before the first step of some actions, which need it from now on; at the end where there are none. */
    void addStepBefore(ObjectNode step, Set<String> actions) {
        var steps = plan().steps();
        int first = IntStream.range(0, steps.size())
                .filter(i -> actions.contains(steps.get(i).action()))
                .findFirst()
                .orElse(steps.size());
        apply(op("add", "/steps/" + first).set("value", step));
        for (int i = first + 1; i < plan().steps().size(); i++) {
            if (actions.contains(plan().steps().get(i).action())) {
                apply(op("add", "/steps/" + i + "/needs/-").set("value", step.path("id")));
            }
        }
        told.add("+ " + step.path("action").asString());
    }

    void addVariant(JsonNode variant) {
        apply(op("add", "/variants/-").set("value", variant));
        told.add("+ " + variant.path("name").asString());
    }

    /** Notes how a value follows from the words. */
    void assume(Assumption assumption) {
        forget(assumption.path());
        apply(op("add", "/assumptions/-").set("value", JsonMapper.shared().valueToTree(assumption)));
    }

    /** The words of the edit join those of the request. */
    void words(String words) {
        if (!operations.isEmpty()) {
            apply(op("replace", "/request").put("value", plan.request() + "\n" + words));
        }
    }

    private static ObjectNode op(String op, String path) {
        return JSON.objectNode().put("op", op).put("path", path);
    }

    private void parents(String action, String path, int step) {
        var parts = path.split("\\.");
        var at = new StringBuilder();
        for (int i = 0; i + 1 < parts.length; i++) {
            at.append(i == 0 ? "" : ".").append(parts[i]);
            if (at(action, at.toString()).isMissingNode()) {
                boolean list = parts[i + 1].matches("\\d+");
                apply(op("add", "/steps/" + step + "/params/" + at.toString().replace('.', '/'))
                        .set("value", list ? JSON.arrayNode() : JSON.objectNode()));
            }
        }
    }

    /** Assumptions about a value that is said now, or about what lies within it. */
    private void forget(String path) {
        for (int i = plan.assumptions().size() - 1; i >= 0; i--) {
            var assumed = plan.assumptions().get(i).path();
            if (assumed.equals(path) || assumed.startsWith(path + ".")) {
                apply(op("remove", "/assumptions/" + i));
            }
        }
    }

    private void apply(JsonNode operation) {
        operations.add(operation);
        var next = PlanPatch.apply(plan, JSON.arrayNode().add(operation));
        var tree = PlanJson.tree(next);
        tree.put("version", plan.version());
        plan = PlanJson.read(tree);
    }

    private int index(String action) {
        for (int i = 0; i < plan.steps().size(); i++) {
            if (plan.steps().get(i).action().equals(action)) {
                return i;
            }
        }
        throw new IllegalStateException("the plan has no step " + action);
    }
}
