package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.experts.PlanSample;
import io.brainwright.agents.models.Models;
import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.DraftCheck;
import io.brainwright.agents.planner.OnlyAsked;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.units.Dimension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import tools.jackson.databind.JsonNode;

/** A planner that knows one plan, with the real checks for drafts, and a conversation over it. */
class Desk implements Proposer {
    /** What the planner here makes of any words that ask for something. */
    static final Plan PLAN = PlanSample.of("sim.run", "{\"temperature_degC\": 45}", "[]");

    final List<String> proposedFor = new ArrayList<>();
    private final Function<String, Proposal> planner;
    private final DraftCheck drafts = new DraftCheck();

    Desk() {
        this(words -> words.contains("neurons") || words.contains("warm") || words.contains("simulate")
                ? ready(PLAN)
                : new Proposal.Question("What is to be simulated?", "", List.of(), List.of()));
    }

    Desk(Function<String, Proposal> planner) {
        this.planner = planner;
    }

    static Proposal ready(Plan plan) {
        return new Proposal.Ready(plan, List.of(), "A plan for you.");
    }

    @Override
    public Proposal propose(String words) {
        proposedFor.add(words);
        return planner.apply(words);
    }

    @Override
    public Plan check(JsonNode draft, List<String> said, boolean onlyAsked) {
        var numbers = said.stream()
                .flatMap(s -> java.util.regex.Pattern.compile("([0-9.]+) ?(degC|ms)")
                        .matcher(s)
                        .results())
                .map(r -> new Said(
                        Double.parseDouble(r.group(1)),
                        r.group(2).equals("ms")
                                ? Dimension.ofName("duration_ms")
                                : Dimension.ofName("temperature_degC")))
                .toList();
        var plan = drafts.passed(draft, said.getLast(), numbers, List.of());
        if (onlyAsked) {
            OnlyAsked.check(plan, plan(planner.apply(said.getLast())), said);
        }
        return plan;
    }

    private static @Nullable Plan plan(Proposal proposal) {
        return proposal instanceof Proposal.Ready ready ? ready.plan() : null;
    }

    Conversation talk(@Nullable ChatModel model, Path workspace, OwnTool... looking) {
        return talk(model, workspace, ForeignTools.NONE, looking);
    }

    Conversation talk(@Nullable ChatModel model, Path workspace, ForeignTools foreign, OwnTool... looking) {
        return talk(model, workspace, foreign, Duration.ofSeconds(60), looking);
    }

    Conversation talk(
            @Nullable ChatModel model, Path workspace, ForeignTools foreign, Duration longestTool, OwnTool... looking) {
        return new Conversation(
                Models.only(model),
                this,
                Experts.of(workspace.resolve("agents")),
                new Surroundings(
                        List.of(looking), foreign, _ -> java.util.Optional.empty(), Showing.NOTHING, CallLog.NOWHERE),
                longestTool);
    }
}
