package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Hypothesis;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.planner.WorkspaceView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The workspace that a conversation of a corpus presupposes. */
final class Workspaces {
    /** chosen: a laptop of 16 GB, so that scores do not depend on the machine that scores. */
    private static final long LAPTOP_BYTES = 16_000_000_000L;

    private Workspaces() {}

    static WorkspaceView of(Item item) {
        var w = item.workspace();
        var quotes = new LinkedHashMap<String, String>();
        w.path("file_text")
                .properties()
                .forEach(e -> quotes.put(e.getKey(), e.getValue().asString()));
        return new WorkspaceView(
                Path.of("workspace"),
                LAPTOP_BYTES,
                circuit(w.path("circuit")),
                texts(w.path("files")),
                quotes,
                texts(w.path("runs")),
                lastPlan(w.path("last_plan")));
    }

    private static WorkspaceView.@Nullable Circuit circuit(JsonNode c) {
        return c.isObject()
                ? new WorkspaceView.Circuit(
                        c.path("name").asString(),
                        c.path("region").asString(),
                        c.path("species").asString(),
                        object(c.path("shape")),
                        texts(c.path("stages_done")))
                : null;
    }

    private static @Nullable Plan lastPlan(JsonNode plan) {
        if (!plan.isObject()) {
            return null;
        }
        var steps = new ArrayList<Step>();
        for (var s : plan.path("steps")) {
            steps.add(
                    new Step("s" + (steps.size() + 1), s.path("step").asString(), object(s.path("params")), List.of()));
        }
        return new Plan(
                Plan.SCHEMA,
                1,
                plan.path("request").asString("the study so far"),
                new Hypothesis(plan.path("request").asString("the study so far"), null, null),
                steps,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
