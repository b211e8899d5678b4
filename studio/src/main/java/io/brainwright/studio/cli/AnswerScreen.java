package io.brainwright.studio.cli;

import io.brainwright.agents.chat.Answer;
import io.brainwright.agents.chat.ChatListener;
import io.brainwright.agents.chat.Said;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.planner.Proposal;
import java.io.PrintStream;

/** Shows an answer: the words of a model as they come, then what the checked planner made of them. */
final class AnswerScreen implements ChatListener {
    private final PrintStream talk;
    private final boolean streams;
    private boolean midLine;

    /**
     * @param streams whether a chat model writes, word by word; the built-in planner's words come whole
     */
    AnswerScreen(PrintStream talk, boolean streams) {
        this.talk = talk;
        this.streams = streams;
    }

    @Override
    public void words(String more) {
        if (streams) {
            talk.print(more);
            talk.flush();
            midLine = !more.endsWith("\n");
        }
    }

    @Override
    public void asks(String tool) {
        if (streams) {
            line("[asks " + tool + "]");
        }
    }

    @Override
    public void handsOver(String sentence) {
        line("[" + sentence + "]");
    }

    @Override
    public void triesAgain(String why) {
        line("[tries again: " + why + "]");
    }

    /** The rest, once the answer is whole. */
    void finish(Answer answer, Experts experts) {
        endLine();
        var proposal = answer.proposal();
        if (proposal instanceof Proposal.Question || proposal instanceof Proposal.Decline) {
            System.err.println("brainwright: " + Said.words(proposal));
        } else if (proposal != null && (streams || answer.text().isBlank())) {
            talk.println(Said.words(proposal));
            review(answer, experts);
        } else if (!streams) {
            talk.println(answer.text());
        }
        var scene = answer.scene();
        if (scene != null && !answer.text().equals(scene.text())) {
            talk.println(scene.text());
        }
        if (!answer.handoffs().isEmpty()) {
            talk.println("\nWHO SPEAKS FOR WHAT");
            answer.handoffs().forEach(h -> talk.println("  " + h));
        }
        answer.notices().forEach(n -> talk.println("Note: " + n));
        if (answer.spent().input() + answer.spent().output() > 0) {
            talk.println("[" + answer.spent().words() + "]");
        }
    }

    private void review(Answer answer, Experts experts) {
        var plan = answer.plan();
        var review = plan == null ? java.util.List.<String>of() : experts.review(plan);
        if (!review.isEmpty()) {
            talk.println("\nTHE EXPERTS SAY");
            review.forEach(line -> talk.println("  " + line));
        }
    }

    private void line(String words) {
        endLine();
        talk.println(words);
    }

    private void endLine() {
        if (midLine) {
            talk.println();
            midLine = false;
        }
    }
}
