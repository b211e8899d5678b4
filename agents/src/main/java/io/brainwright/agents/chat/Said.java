package io.brainwright.agents.chat;

import io.brainwright.agents.planner.Proposal;

/** Proposals as words. */
public final class Said {
    private Said() {}

    /** All that the scientist is to read of it. */
    public static String words(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Question q -> question(q);
            case Proposal.Decline d -> decline(d);
            case Proposal.Ready r -> r.text();
            case Proposal.Answer a -> a.text();
            case Proposal.Edit e -> e.text();
            case Proposal.Undo u -> u.text();
            case Proposal.Approve a -> a.text();
        };
    }

    static String question(Proposal.Question q) {
        return q.text() + (q.understood().isBlank() ? "" : "\nI read this as: " + q.understood());
    }

    static String decline(Proposal.Decline d) {
        var text = new StringBuilder(d.text());
        d.alternatives().forEach(a -> text.append("\n  Instead: ").append(a));
        return text.toString();
    }
}
