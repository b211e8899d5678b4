package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.NumberFidelity;
import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanChecks;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.Plugged;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a plan of what somebody else than the built-in planner wrote, or says everything that is wrong with it.
 *
 * <p>Of a draft only steps, variants and the criterion count. The request is the scientist's own words, and the assumptions are this
 * version's own defaults with their sources: a draft can neither put words into the scientist's mouth nor invent a source for a number.
 */
public final class DraftCheck {
    private static final Set<String> KEYS = Set.of("hypothesis", "steps", "variants", "criterion");

    private final SourcedDefaults defaults = SourcedDefaults.open();
    private final Plugged plugged;
    private final PlanChecks checks;

    /** Checks against this version's own actions. */
    public DraftCheck() {
        this(Plugged.NONE);
    }

    /** The same with stages that are plugged in. */
    public DraftCheck(Plugged plugged) {
        this.plugged = plugged;
        this.checks = new PlanChecks(plugged);
    }

    /**
     * Lets a draft pass.
     *
     * @param draft steps, variants, perhaps a criterion
     * @param request the scientist's words
     * @param said the numbers of the scientist's words and of the workspace
     * @param known assumptions of plans that passed before; they may be kept
     * @throws Problem INVALID with every fault
     */
    public Plan passed(JsonNode draft, String request, List<Said> said, List<Assumption> known) {
        var faults = form(draft);
        if (!faults.isEmpty()) {
            throw Problem.invalid("This draft is no plan.", faults);
        }
        var assumed = new LinkedHashMap<String, Assumption>();
        var plan = PlanJson.read(tree(draft, request, assumed));
        for (var fault : NumberFidelity.faults(plan, said)) {
            value(plan, fault.field()).ifPresent(value -> sourced(fault.field(), value, known, assumed));
        }
        var complete = plan.withAssumptions(List.copyOf(assumed.values()));
        criterion(complete, said);
        return checks.passed(complete, said);
    }

    private static List<FieldFault> form(JsonNode draft) {
        var faults = new ArrayList<FieldFault>();
        if (!draft.isObject()) {
            return List.of(new FieldFault("plan", "Found no JSON object; right is {\"steps\": [...]}."));
        }
        for (var key : draft.propertyNames()) {
            if (!KEYS.contains(key)) {
                faults.add(new FieldFault(key, "stands in no draft; one of hypothesis, steps, variants, criterion."));
            }
        }
        if (!draft.path("steps").isArray() || draft.path("steps").isEmpty()) {
            faults.add(new FieldFault("steps", "Found no list of steps."));
        }
        for (var step : draft.path("steps")) {
            if (!step.path("action").isString() || !step.path("params").isObject()) {
                faults.add(new FieldFault(
                        "steps", "A step is {\"id\": text, \"action\": text, \"params\": object, \"needs\": [ids]}."));
            }
        }
        return faults;
    }

    private ObjectNode tree(JsonNode draft, String request, Map<String, Assumption> assumed) {
        var tree = JsonMapper.shared().createObjectNode();
        tree.put("schema", Plan.SCHEMA).put("version", 1).put("request", request);
        var hypothesis = tree.putObject("hypothesis").put("text", request);
        if (draft.path("criterion").isObject()) {
            hypothesis.set("criterion", draft.get("criterion"));
        }
        var steps = tree.putArray("steps");
        for (var step : draft.path("steps")) {
            var copy = (ObjectNode) step.deepCopy();
            if (!copy.path("id").isString()) {
                copy.put("id", step.path("action").asString());
            }
            if (!copy.path("needs").isArray()) {
                copy.putArray("needs");
            }
            complete(step.path("action").asString(), (ObjectNode) copy.path("params"), assumed);
            steps.add(copy);
        }
        tree.set("variants", draft.path("variants").isArray() ? draft.get("variants") : tree.arrayNode());
        tree.putArray("assumptions");
        tree.putArray("questions");
        return tree;
    }

    /** States what decides the result and was left open. */
    private void complete(String action, ObjectNode params, Map<String, Assumption> assumed) {
        plugged.actions().find(action).ifPresent(a -> {
            var fill = new Filling(Defaults.open(), assumed);
            a.parameters().forEach(p -> fill.plugged(params, action, p));
        });
        for (var path : defaults.alwaysStated(action)) {
            var names = path.substring(action.length() + 1).split("\\.");
            var at = params;
            for (int i = 0; i < names.length - 1; i++) {
                at = at.path(names[i]) instanceof ObjectNode inner ? inner : at.putObject(names[i]);
            }
            var last = names[names.length - 1];
            if (!at.has(last)) {
                var value = defaults.at(path).orElseThrow();
                at.set(last, value.value());
                assumed.put(path, value);
            }
        }
    }

    private void sourced(String path, JsonNode value, List<Assumption> known, Map<String, Assumption> assumed) {
        known.stream()
                .filter(a -> a.path().equals(path) && same(a.value(), value))
                .findFirst()
                .or(() -> defaults.at(path).or(() -> ofPlug(path)).filter(a -> same(a.value(), value)))
                .ifPresent(a -> assumed.put(path, a));
    }

    private java.util.Optional<Assumption> ofPlug(String path) {
        int dot = path.lastIndexOf('.');
        var action = path.substring(0, Math.max(0, dot));
        return plugged.actions()
                .find(action)
                .flatMap(a -> a.parameter(path.substring(dot + 1)))
                .flatMap(p -> p.assumed(action));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() ? one.asDouble() == other.asDouble() : one.equals(other);
    }

    /** The value of a plan at a path such as "sim.run.stimuli.0.time_ms"; the first where several steps have it. */
    private static java.util.Optional<JsonNode> value(Plan plan, String path) {
        for (var step : plan.steps()) {
            if (path.startsWith(step.action() + ".")) {
                var pointer = "/" + path.substring(step.action().length() + 1).replace('.', '/');
                var found = step.params().at(pointer);
                if (!found.isMissingNode()) {
                    return java.util.Optional.of(found);
                }
            }
        }
        return java.util.Optional.empty();
    }

    private static void criterion(Plan plan, List<Said> said) {
        var criterion = plan.hypothesis().criterion();
        var value = criterion == null ? null : criterion.value();
        if (value != null && said.stream().noneMatch(s -> s.value() == value)) {
            throw Problem.invalid(
                    "This plan cannot be run.",
                    List.of(new FieldFault(
                            "hypothesis.criterion.value", "%s stands not in your words.".formatted(value))));
        }
    }
}
