package io.brainwright.agents.actions;

import io.brainwright.agents.experts.NewExpert;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import java.util.List;

/** agent.create: writes the file of a new expert, which joins at once. */
final class AgentCreate implements ActionExecutor {
    @Override
    public String action() {
        return "agent.create";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var p = context.params();
        var expert = new NewExpert(
                p.path("name").asString(""),
                texts(p.path("tools")),
                texts(p.path("description_terms")),
                p.path("model").asString("inherit"),
                p.path("read_only").asBoolean(false));
        return StepOutcome.wrote(List.of(expert.write(context.workspace().resolve("agents"))));
    }

    private static List<String> texts(tools.jackson.databind.JsonNode list) {
        return list.valueStream().map(v -> v.asString()).toList();
    }
}
