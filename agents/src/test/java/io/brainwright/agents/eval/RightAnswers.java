package io.brainwright.agents.eval;

import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.Hypothesis;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.Variant;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Knows the corpus by heart and says exactly what it expects: what a perfect planner would score, and nothing else would. */
final class RightAnswers implements Talk {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> SENTENCE = Map.of(
            "en", "This is what you asked for and it is the plan.",
            "fr", "Voici le plan que vous avez demandé et ce qui est prévu pour la suite.",
            "de", "Das ist der Plan, um den Sie gebeten haben, und er ist bereit.",
            "es", "Este es el plan que usted pidió y que está listo para los pasos.");

    private final Item item;
    private final Deque<Item.Turn> next;
    private final List<@Nullable Plan> plans = new ArrayList<>();

    RightAnswers(Item item, WorkspaceView workspace) {
        this.item = item;
        this.next = new ArrayDeque<>(item.turns());
        plans.add(workspace.lastPlan());
    }

    /** A perfect planner for a corpus. */
    static Talks of(List<Item> items) {
        var left = new ArrayDeque<>(items);
        return workspace -> new RightAnswers(left.remove(), workspace);
    }

    @Override
    public Proposal turn(String words) {
        var turn = next.remove();
        var proposal = answer(turn);
        plans.add(Came.plan(proposal).orElse(plans.getLast()));
        return proposal;
    }

    private Proposal answer(Item.Turn turn) {
        var text = text(turn);
        return switch (turn.outcome()) {
            case "plan" -> new Proposal.Ready(plan(turn), List.of(), text);
            case "answer" -> new Proposal.Answer(plan(turn), List.of(), text);
            case "edit" -> edit(turn, text);
            case "undo" ->
                new Proposal.Undo(
                        Objects.requireNonNull(
                                plans.get(turn.expect().path("to_turn").asInt())),
                        text);
            case "approve" -> {
                var last = Objects.requireNonNull(plans.getLast());
                yield new Proposal.Approve(last, last.hash(), text);
            }
            case "clarify" ->
                new Proposal.Question(
                        text + " " + String.join(" ", turn.texts("ask")),
                        "nothing",
                        List.of(new FieldFault("slot", "which?")),
                        turn.texts("suggest"));
            default ->
                new Proposal.Decline(resolved(turn.expect().path("reason")).asString(), text, List.of("a column"));
        };
    }

    private String text(Item.Turn turn) {
        var language = turn.expect().path("reply_language").asString(item.language());
        var sentence = Objects.requireNonNull(SENTENCE.get(language));
        return (sentence + " ").repeat(4) + String.join(". ", turn.texts("must_say"));
    }

    private static Plan plan(Item.Turn turn) {
        var steps = new ArrayList<Step>();
        for (var s : turn.expect().path("steps")) {
            steps.add(new Step(
                    "s" + (steps.size() + 1),
                    s.path("step").asString(),
                    (ObjectNode) resolved(s.path("params")),
                    List.of()));
        }
        var variants = turn.expect()
                .path("variants")
                .valueStream()
                .map(v -> {
                    Map<String, JsonNode> set = new HashMap<>();
                    v.path("set").properties().forEach(e -> set.put(e.getKey(), e.getValue()));
                    return new Variant(v.path("name").asString(), set);
                })
                .toList();
        return new Plan(
                Plan.SCHEMA,
                1,
                turn.user(),
                new Hypothesis(turn.user(), null, null),
                steps,
                variants,
                List.of(),
                new CostEstimate(60, 1, 1, List.of(), List.of()),
                List.of());
    }

    private Proposal edit(Item.Turn turn, String text) {
        var plan = Objects.requireNonNull(plans.getLast());
        var operations = JSON.arrayNode();
        for (var op : turn.expect().path("ops")) {
            operations.add(operation(op, plan));
        }
        return new Proposal.Edit(
                operations,
                PlanPatch.apply(plan, operations),
                turn.expect().path("rerun").asBoolean(false),
                List.of(),
                text);
    }

    private static ObjectNode operation(JsonNode op, Plan plan) {
        var parts = op.path("path").asString().split("\\.", 3);
        var action = parts[0] + "." + parts[1];
        var step = plan.steps(action).getFirst();
        var pointer = "/steps/%d/params/%s".formatted(plan.steps().indexOf(step), parts[2].replace('.', '/'));
        var old = step.params().at("/" + parts[2].replace('.', '/'));
        var json = JSON.objectNode();
        if (op.path("op").asString().equals("remove")) {
            return json.put("op", "remove").put("path", pointer);
        }
        var value = op.path("value");
        if (op.path("op").asString().equals("add") && parts[2].matches("stimuli|blocks|recordings")) {
            var list = old instanceof ArrayNode known ? known.deepCopy() : JSON.arrayNode();
            (value.isArray() ? value.valueStream().toList() : List.of(value)).forEach(list::add);
            value = list;
        }
        return json.put("op", old.isMissingNode() ? "add" : "replace")
                .put("path", pointer)
                .set("value", value);
    }

    /** The first of several right values. */
    private static JsonNode resolved(JsonNode expected) {
        if (expected.path("any_of").isArray()) {
            return resolved(expected.path("any_of").path(0));
        }
        if (expected.isObject()) {
            var object = JSON.objectNode();
            expected.properties().forEach(e -> object.set(e.getKey(), resolved(e.getValue())));
            return object;
        }
        if (expected.isArray()) {
            var array = JSON.arrayNode();
            expected.forEach(v -> array.add(resolved(v)));
            return array;
        }
        return expected;
    }
}
