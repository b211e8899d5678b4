package io.brainwright.agents.eval;

import io.brainwright.agents.planner.Proposal;
import java.util.ArrayList;
import java.util.List;

/** Marks the words of a reply: what is asked, why it is declined, what must be said, and in which language. */
final class ReplyMarks {
    private final Identity identity;
    private final KeyTerms terms = new KeyTerms();

    ReplyMarks(Identity identity) {
        this.identity = identity;
    }

    List<Mark> of(Item item, Item.Turn turn, Proposal came) {
        var marks = new ArrayList<Mark>();
        var reply = Came.reply(came);
        if (turn.outcome().equals("clarify")) {
            clarify(turn, came, reply, marks);
        }
        if (turn.outcome().equals("decline")) {
            decline(turn, came, marks);
        }
        for (var point : turn.texts("must_say")) {
            marks.add(Mark.of(Score.MUST_SAY, terms.met(point, reply), point, reply));
        }
        var language = turn.expect().path("reply_language").asString(item.language());
        var spoken = ReplyLanguage.of(reply, Came.quoted(came));
        marks.add(Mark.of(Score.LANGUAGE, spoken.equals(language), language, spoken + ": " + reply));
        return marks;
    }

    private void clarify(Item.Turn turn, Proposal came, String reply, List<Mark> marks) {
        var question = came instanceof Proposal.Question q ? q : null;
        for (var slot : turn.texts("ask")) {
            boolean asked = question != null
                    && (terms.met(slot, reply)
                            || Came.slots(question).stream().anyMatch(s -> terms.met(slot, s.replace('_', ' '))));
            marks.add(Mark.of(Score.CLARIFY, asked, "a question about " + slot, Came.brief(came)));
        }
        for (var value : turn.texts("suggest")) {
            boolean offered = question != null
                    && (question.suggestions().stream().anyMatch(s -> identity.contains(s, value))
                            || identity.contains(reply, value));
            marks.add(Mark.of(Score.CLARIFY, offered, "suggests " + value, Came.brief(came)));
        }
    }

    private static void decline(Item.Turn turn, Proposal came, List<Mark> marks) {
        var reason = turn.expect().path("reason");
        var allowed = reason.path("any_of").isArray() ? reason.path("any_of") : reason;
        boolean right = came instanceof Proposal.Decline d
                && (allowed.isArray()
                        ? allowed.valueStream().anyMatch(r -> r.asString().equals(d.reason()))
                        : allowed.asString("").equals(d.reason()));
        boolean offers =
                came instanceof Proposal.Decline d && d.alternatives().stream().anyMatch(a -> !a.isBlank());
        var brief = came instanceof Proposal.Decline d ? d.reason() + ": " + Came.brief(came) : Came.brief(came);
        marks.add(Mark.of(Score.DECLINE, right, "reason " + reason, brief));
        marks.add(Mark.of(Score.DECLINE, offers, "at least one alternative", brief));
    }
}
