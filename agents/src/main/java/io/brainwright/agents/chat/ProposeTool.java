package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.PlanText;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import org.springframework.ai.tool.definition.ToolDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The one tool that brings a plan forward. A plan comes from the built-in planner out of the scientist's words, or from a model's draft
 * that passes the same checks; a model whose drafts fail twice is left aside for the built-in planner.
 */
final class ProposeTool {
    static final String NAME = "propose_plan";
    private static final int MOST_DRAFTS = 2;
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
              "words": {"type": "string", "description": "the request in the scientist's own words; the built-in planner makes the plan"},
              "plan": {"type": "object", "description": "or a draft of your own; numbers only from the scientist's words",
                "additionalProperties": false, "required": ["steps"], "properties": {
                  "criterion": {"type": "object", "description": "what measurement decides: metric, group, variant, relation GREATER LESS EQUAL INCREASES DECREASES, than, unit"},
                  "steps": {"type": "array", "minItems": 1, "items": {"type": "object", "additionalProperties": false, "required": ["id", "action", "params", "needs"],
                    "properties": {"id": {"type": "string"}, "action": {"type": "string", "description": "such as atlas.region, placement.cells, synthesis.dendrites, connectome.local, sim.run, sim.analyse, render.plot"},
                      "params": {"type": "object"}, "needs": {"type": "array", "items": {"type": "string"}, "description": "ids of earlier steps"}}}},
                  "variants": {"type": "array", "items": {"type": "object", "required": ["name", "set"], "properties": {"name": {"type": "string"}, "set": {"type": "object"}}}}}}}}
            """;

    private final Proposer proposer;
    private final Experts experts;

    ProposeTool(Proposer proposer, Experts experts) {
        this.proposer = proposer;
        this.experts = experts;
    }

    OwnTool tool() {
        return new OwnTool(new Definition(proposer), false, this::propose);
    }

    /** What a model is told of the tool; at each request, for stages are plugged in and out. */
    private record Definition(Proposer proposer) implements ToolDefinition {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            var further = proposer.furtherActions();
            return "Makes a plan that awaits the scientist's approval, or tells what must be asked, or why it cannot be done. "
                    + "Runs nothing. Give either words or plan."
                    + (further.isEmpty() ? "" : " Actions of stages that the scientist plugged in:" + further);
        }

        @Override
        public String inputSchema() {
            return SCHEMA;
        }
    }

    /** Arguments that are no JSON count as a draft that does not pass, so that a model which writes nothing else is left aside. */
    static String malformed(String arguments) {
        return JsonNodeFactory.instance.objectNode().put("plan", arguments).toString();
    }

    private Object propose(JsonNode arguments, Turn turn) {
        var draft = arguments.path("plan");
        if (!draft.isMissingNode() && !draft.isNull()) {
            return draft(draft, turn);
        }
        var words = QueryTools.text(arguments, "words");
        var foreign = SaidNumbers.foreign(words, turn.said());
        if (!foreign.isEmpty()) {
            return ToolAnswer.Plan.refused("The scientist did not say '%s'. Use their own words, or ask them."
                    .formatted(String.join("', '", foreign)));
        }
        if (!words.equals(turn.own()) && proposer.isCommand(words)) {
            return ToolAnswer.Plan.refused(
                    "Approving and taking back are the scientist's own acts; '%s' is not for you to say."
                            .formatted(words));
        }
        return builtIn(turn.onlyAsked() ? turn.own() : words, turn);
    }

    private ToolAnswer.Plan draft(JsonNode draft, Turn turn) {
        try {
            var plan = proposer.check(draft, turn.said(), turn.onlyAsked());
            return told(new Proposal.Ready(plan, List.of(), PlanText.render(plan)), turn);
        } catch (Problem problem) {
            if (turn.refuseDraft() < MOST_DRAFTS) {
                return ToolAnswer.Plan.refused(
                        problem.sentence() + " You may mend the draft once, or give the words instead.");
            }
            return takeOver(turn, "its plan did not pass the checks twice (%s)".formatted(problem.sentence()));
        }
    }

    /** The built-in planner instead of the model, and the scientist is told so. */
    ToolAnswer.Plan takeOver(Turn turn, String why) {
        turn.notice("The built-in planner took over from the chat model: %s.".formatted(why));
        return builtIn(turn.own(), turn);
    }

    private ToolAnswer.Plan builtIn(String words, Turn turn) {
        return told(proposer.propose(words), turn);
    }

    private ToolAnswer.Plan told(Proposal proposal, Turn turn) {
        if (proposal instanceof Proposal.Approve) {
            return ToolAnswer.Plan.refused("Approving is the scientist's own act.");
        }
        turn.propose(proposal);
        return switch (proposal) {
            case Proposal.Ready r -> plan(r.plan(), r.text());
            case Proposal.Edit e -> plan(e.plan(), e.text());
            case Proposal.Undo u -> plan(u.plan(), u.text());
            case Proposal.Approve a -> plan(a.plan(), a.text());
            case Proposal.Answer a -> none(a.text());
            case Proposal.Question q -> none(Said.question(q));
            case Proposal.Decline d -> none(Said.decline(d));
        };
    }

    private ToolAnswer.Plan plan(io.brainwright.agents.plan.Plan plan, String text) {
        return new ToolAnswer.Plan("plan", text, experts.review(plan), PlanJson.tree(plan));
    }

    private static ToolAnswer.Plan none(String text) {
        return new ToolAnswer.Plan("no plan yet", text, List.of(), null);
    }
}
