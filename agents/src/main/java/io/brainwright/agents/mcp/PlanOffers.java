package io.brainwright.agents.mcp;

import io.brainwright.agents.chat.CallLog;
import io.brainwright.agents.chat.OwnTool;
import io.brainwright.agents.chat.Said;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What other programs may ask: everything that looks, and plans from words. A plan that is proposed so is told and forgotten: it never
 * becomes the one that the scientist's next "yes" approves.
 */
public final class PlanOffers {
    private final List<OwnTool> looking;
    private final Function<String, Proposal> planner;
    private final Experts experts;
    private final CallLog log;

    /**
     * @param looking tools that look
     * @param planner the built-in planner, without any memory
     * @param log who is told of every call
     */
    public PlanOffers(List<OwnTool> looking, Function<String, Proposal> planner, Experts experts, CallLog log) {
        this.looking = List.copyOf(looking);
        this.planner = planner;
        this.experts = experts;
        this.log = log;
    }

    /** Who is told of every call. */
    CallLog log() {
        return log;
    }

    /** All tools. */
    public List<OwnTool> tools() {
        var tools = new ArrayList<>(looking);
        tools.add(OwnTool.of(
                "plan.propose",
                "Turns a request in words into a plan with its assumptions and its hash, a question, or a reasoned no. Runs nothing and "
                        + "keeps nothing.",
                false,
                (arguments, _) -> propose(arguments),
                "words",
                "the request, numbers with units"));
        tools.add(OwnTool.of(
                "plan.estimate",
                "Tells time, memory and disk that a request in words would cost.",
                false,
                (arguments, _) -> estimate(arguments),
                "words",
                "the request, numbers with units"));
        return tools;
    }

    /**
     * A plan that was proposed.
     *
     * @param outcome "plan" or "no plan"
     * @param text for people
     * @param hash what the scientist would approve, null where there is no plan
     * @param review what the experts say
     * @param plan the plan, null where there is none
     */
    record Offer(
            String outcome,
            String text,
            @Nullable String hash,
            List<String> review,
            @Nullable JsonNode plan) {}

    /** What it would cost, or why that cannot be said. */
    record Cost(@Nullable JsonNode estimate, String text) {}

    private Offer propose(JsonNode arguments) {
        var proposal = planner.apply(words(arguments));
        var plan = plan(proposal);
        return plan == null
                ? new Offer("no plan", Said.words(proposal), null, List.of(), null)
                : new Offer("plan", Said.words(proposal), plan.hash(), experts.review(plan), PlanJson.tree(plan));
    }

    private Cost estimate(JsonNode arguments) {
        var proposal = planner.apply(words(arguments));
        var plan = plan(proposal);
        var tree = plan == null ? null : PlanJson.tree(plan).path("estimate");
        return tree == null || tree.isMissingNode()
                ? new Cost(null, Said.words(proposal))
                : new Cost(tree, "seconds, bytes of memory, bytes of disk");
    }

    private static String words(JsonNode arguments) {
        if (!arguments.path("words").isString()) {
            throw new IllegalArgumentException("The argument 'words' is missing; it is a text.");
        }
        return arguments.path("words").asString();
    }

    private static @Nullable Plan plan(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Ready ready -> ready.plan();
            case Proposal.Edit edit -> edit.plan();
            case Proposal.Answer answer -> answer.plan();
            case Proposal.Undo _ -> null;
            case Proposal.Approve _ -> null;
            case Proposal.Question _ -> null;
            case Proposal.Decline _ -> null;
        };
    }
}
