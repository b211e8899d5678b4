package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a planner's proposal says, seen as the corpus sees it. */
final class Came {
    private Came() {}

    /** The outcome by the corpus's name. */
    static String outcome(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Ready _ -> "plan";
            case Proposal.Answer _ -> "answer";
            case Proposal.Edit _ -> "edit";
            case Proposal.Undo _ -> "undo";
            case Proposal.Approve _ -> "approve";
            case Proposal.Question _ -> "clarify";
            case Proposal.Decline _ -> "decline";
        };
    }

    /** The plan that stands after the turn, where there is one. */
    static Optional<Plan> plan(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Ready p -> Optional.of(p.plan());
            case Proposal.Answer p -> Optional.of(p.plan());
            case Proposal.Edit p -> Optional.of(p.plan());
            case Proposal.Undo p -> Optional.of(p.plan());
            case Proposal.Approve p -> Optional.of(p.plan());
            case Proposal.Question _, Proposal.Decline _ -> Optional.empty();
        };
    }

    /** All that the scientist reads. */
    static String reply(Proposal proposal) {
        var more = switch (proposal) {
            case Proposal.Question q ->
                Stream.concat(q.faults().stream().map(f -> f.fault()), q.suggestions().stream());
            case Proposal.Decline d -> d.alternatives().stream();
            default -> plan(proposal).stream().flatMap(p -> p.questions().stream());
        };
        return proposal.text() + "\n" + more.collect(Collectors.joining("\n"));
    }

    /** What a reply repeats from elsewhere: the request, and the sources of values, in the language that they were written in. */
    static String quoted(Proposal proposal) {
        return plan(proposal)
                .map(p -> Stream.concat(
                                Stream.of(p.request(), p.hypothesis().text()),
                                p.assumptions().stream()
                                        .flatMap(a -> Stream.concat(Stream.of(a.source()), a.alternatives().stream())))
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    /** The slots that a question is about. */
    static List<String> slots(Proposal.Question question) {
        return question.faults().stream().map(f -> f.field()).toList();
    }

    /** One line about what came, for the list of failures. */
    static String brief(Proposal proposal) {
        var steps = plan(proposal)
                .map(p ->
                        p.steps().stream().map(s -> s.action() + s.params()).collect(Collectors.joining("; ", " ", "")))
                .orElse("");
        var words = plan(proposal).isPresent()
                ? ""
                : ": " + reply(proposal).replaceAll("\\s+", " ").strip();
        return outcome(proposal) + steps + words;
    }
}
