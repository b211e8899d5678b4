package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class PlanFuzzTest {
    private static final String PATCH = """
            [{"op": "test", "path": "/schema", "value": "brainwright-plan/1"},
             {"op": "replace", "path": "/steps/1/params/count", "value": {"value": 100}},
             {"op": "add", "path": "/questions/-", "value": "Why?"},
             {"op": "copy", "from": "/questions/0", "path": "/questions/0"},
             {"op": "move", "from": "/questions/1", "path": "/questions/0"},
             {"op": "remove", "path": "/questions/0"}]
            """;

    @Test
    void plans() {
        Fuzz.check("JSON plan", List.of(SmallPlan.JSON.getBytes(StandardCharsets.UTF_8)), bytes -> {
            var plan = PlanJson.read(new String(bytes, StandardCharsets.UTF_8));
            plan.hash();
            PlanJson.pretty(plan);
        });
    }

    @Test
    void patches() {
        var plan = PlanJson.read(SmallPlan.JSON);
        Fuzz.check(
                "JSON Patch of a plan",
                List.of(PATCH.getBytes(StandardCharsets.UTF_8)),
                bytes -> PlanPatch.apply(plan, operations(bytes)));
    }

    /** As the web does: what is no JSON list never reaches the patch. */
    private static ArrayNode operations(byte[] bytes) {
        try {
            if (JsonMapper.shared().readTree(bytes) instanceof ArrayNode list) {
                return list;
            }
            throw noList("no list");
        } catch (JacksonException broken) {
            throw noList(broken.getOriginalMessage());
        }
    }

    private static Problem noList(String what) {
        return new Problem(Kind.INVALID, "NO_PATCH", what, "", Map.of());
    }
}
