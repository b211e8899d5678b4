package io.brainwright.studio.web.plan;

import io.brainwright.agents.chat.Answer;
import io.brainwright.agents.chat.ChatListener;
import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.run.MeasureWords;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.web.ProblemJson;
import io.brainwright.studio.web.events.Events;
import io.brainwright.studio.web.pages.PageWriter;
import io.brainwright.studio.web.run.RunDesk;
import io.brainwright.studio.web.scene.SceneShown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The talk: words in, what came of them out; a model's words are told to the open pages as they come. */
@Component
final class ChatDesk {
    /** chosen: what a page shows again after it was loaded anew. */
    private static final int MOST_TURNS = 100;

    private final Conversation conversation;
    private final PlanRunner runner;
    private final RunDesk runs;
    private final PageWriter pages;
    private final Events events;
    private final Deque<ChatTurn> turns = new ArrayDeque<>();

    ChatDesk(Conversation conversation, PlanRunner runner, RunDesk runs, PageWriter pages, Events events) {
        this.conversation = conversation;
        this.runner = runner;
        this.runs = runs;
        this.pages = pages;
        this.events = events;
    }

    synchronized List<ChatTurn> turns() {
        return List.copyOf(turns);
    }

    /** Answers; a problem is an answer too, and stays in the talk. */
    ChatTurn ask(String words) {
        ChatTurn turn;
        try {
            turn = pages.write(words).map(page -> ofPage(words, page)).orElseGet(() -> answered(words));
        } catch (Problem problem) {
            turn = new ChatTurn(
                    words,
                    "failed",
                    problem.sentence(),
                    "",
                    List.of(),
                    List.of(),
                    problem.faults(),
                    List.of(),
                    null,
                    ProblemJson.of(problem, ProblemJson.status(problem.kind())));
        }
        synchronized (this) {
            turns.addLast(turn);
            if (turns.size() > MOST_TURNS) {
                turns.removeFirst();
            }
        }
        return turn;
    }

    private ChatTurn answered(String words) {
        return told(words, conversation.ask(words, new Live()));
    }

    private static ChatTurn ofPage(String words, PageWriter.Written page) {
        return new ChatTurn(
                words,
                page.path().isEmpty() ? "question" : "page",
                page.text(),
                "",
                List.of(),
                List.of(),
                List.of(),
                page.path().isEmpty() ? page.suggestions() : List.of(page.path()),
                null,
                null);
    }

    private ChatTurn told(String words, Answer answer) {
        var notes = new ArrayList<>(answer.handoffs());
        notes.addAll(answer.notices());
        if (answer.spent().input() + answer.spent().output() > 0) {
            notes.add(answer.spent().words());
        }
        var proposal = answer.proposal();
        List<FieldFault> faults = List.of();
        List<String> suggestions = List.of();
        List<String> found = List.of();
        var text = answer.text().isBlank() && proposal != null ? proposal.text() : answer.text();
        var kind = "talk";
        var edit = answer.scene();
        var shown = edit == null ? null : SceneShown.of(edit);
        if (edit != null) {
            events.tell("scene-edited", Map.of("scene", edit.scene()));
        }
        switch (proposal) {
            case null -> kind = shown == null ? "talk" : "scene";
            case Proposal.Ready _ -> kind = "ready";
            case Proposal.Edit _ -> kind = "edit";
            case Proposal.Undo _ -> kind = "undo";
            case Proposal.Approve approve -> {
                kind = "approve";
                runs.start(approve.plan(), approve.hash());
            }
            case Proposal.Question question -> {
                kind = "question";
                text = question.text();
                faults = question.faults();
                suggestions = question.suggestions();
            }
            case Proposal.Decline decline -> {
                kind = "decline";
                text = decline.text();
                suggestions = decline.alternatives();
            }
            case Proposal.Answer reads -> {
                kind = "answer";
                found = lookUp(reads);
            }
        }
        return new ChatTurn(words, kind, text, answer.expert(), notes, found, faults, suggestions, shown, null);
    }

    private List<String> lookUp(Proposal.Answer asked) {
        if (asked.plan().steps().isEmpty() || !asked.unavailable().isEmpty()) {
            return List.of();
        }
        var found = runner.answer(asked.plan(), RunListener.UNHEARD);
        var lines = new ArrayList<>(MeasureWords.of(found.measures()));
        lines.addAll(found.words());
        return lines;
    }

    /** Tells the open pages how an answer comes about. */
    private final class Live implements ChatListener {
        @Override
        public void words(String more) {
            if (conversation.hasModel()) {
                events.tell("chat", Map.of("words", more));
            }
        }

        @Override
        public void asks(String tool) {
            if (conversation.hasModel()) {
                events.tell("chat", Map.of("note", "asks " + tool));
            }
        }

        @Override
        public void handsOver(String sentence) {
            events.tell("chat", Map.of("note", sentence));
        }

        @Override
        public void triesAgain(String why) {
            events.tell("chat", Map.of("note", "tries again: " + why));
        }
    }
}
