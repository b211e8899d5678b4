package io.brainwright.agents.dialogue;

import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanVersions;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.Replies;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation with the built-in planner. */
public final class Dialogue {
    private final Planner planner;
    private final Supplier<WorkspaceView> workspace;
    private final @Nullable DialogueFile file;
    private @Nullable PlanVersions versions;
    private @Nullable Pending pending;
    private Language language = Language.ENGLISH;

    /** A conversation that is kept in memory only. */
    public Dialogue(Planner planner, Supplier<WorkspaceView> workspace) {
        this(planner, workspace, null);
    }

    private Dialogue(Planner planner, Supplier<WorkspaceView> workspace, @Nullable DialogueFile file) {
        this.planner = planner;
        this.workspace = workspace;
        this.file = file;
    }

    /**
     * A conversation that goes on where its file says, and is written there after each turn.
     *
     * @param file {@code plans/current.json} of the workspace
     */
    public static Dialogue kept(Planner planner, Supplier<WorkspaceView> workspace, Path file) {
        var dialogue = new Dialogue(planner, workspace, new DialogueFile(file));
        new DialogueFile(file).read().ifPresent(state -> {
            dialogue.versions = state.versions().isEmpty() ? null : PlanVersions.of(state.versions());
            dialogue.pending = state.pending();
            dialogue.language = state.language();
        });
        return dialogue;
    }

    /** What comes of the scientist's next words. */
    public synchronized Proposal turn(String words) {
        var proposal = answered(words);
        if (file != null) {
            file.write(new DialogueState(language, versions == null ? List.of() : versions.all(), pending));
        }
        return proposal;
    }

    /** What comes of words that act on the plan as it is: an approval, an edit taken back. Empty for all others, and nothing changes. */
    public synchronized Optional<Proposal> command(String words) {
        return isCommand(words) ? Optional.of(turn(words)) : Optional.empty();
    }

    /** Whether words act on the plan as it is. */
    public synchronized boolean isCommand(String words) {
        return !words.isBlank() && isAct(planner.read(words, language));
    }

    /** The plan that was shown last and waits for approval. */
    public synchronized Optional<Plan> pending() {
        return Optional.ofNullable(versions).map(PlanVersions::current);
    }

    /** All versions of the plan that waits, the first draft first; none where no plan was shown. */
    public synchronized List<Plan> versions() {
        return versions == null ? List.of() : versions.all();
    }

    /** Takes a plan that was edited by hand, or made by a chat model, as the next version; it passed the checks before. */
    public synchronized void show(Plan plan) {
        if (versions == null) {
            versions = new PlanVersions(plan);
        } else {
            versions.push(plan);
        }
        pending = null;
        if (file != null) {
            file.write(new DialogueState(language, versions.all(), null));
        }
    }

    private Proposal answered(String words) {
        if (words.isBlank()) {
            return planner.propose(words, workspace.get());
        }
        var u = planner.read(words, language);
        language = u.language();
        var waiting = pending;
        if (waiting != null) {
            var filled = waiting.filledWith(u);
            if (filled.isPresent()) {
                return proposed(filled.get());
            }
        }
        if (Acts.undoes(u)) {
            return undo();
        }
        var view = view();
        if (Acts.approves(u) && view.lastPlan() != null) {
            return approve(view.lastPlan());
        }
        return proposed(words);
    }

    private Proposal proposed(String words) {
        var view = view();
        var proposal = planner.propose(words, view, language, versions == null ? null : LastChange.of(versions.all()));
        pending = null;
        switch (proposal) {
            case Proposal.Ready ready -> versions = new PlanVersions(ready.plan());
            case Proposal.Edit edit -> {
                if (versions == null) {
                    versions = new PlanVersions(java.util.Objects.requireNonNull(view.lastPlan()));
                }
                versions.push(edit.plan());
            }
            case Proposal.Question question -> pending = Pending.of(words, question);
            case Proposal.Answer _, Proposal.Decline _, Proposal.Undo _, Proposal.Approve _ -> {
                // the plan that was shown stays
            }
        }
        return proposal;
    }

    /** The workspace, with the plan of this conversation as the last one. */
    private WorkspaceView view() {
        var view = workspace.get();
        var shown = versions;
        return shown == null
                ? view
                : new WorkspaceView(
                        view.folder(),
                        view.memory_bytes(),
                        view.circuit(),
                        view.files(),
                        view.quotes(),
                        view.runs(),
                        shown.current());
    }

    private Proposal undo() {
        var shown = versions;
        if (shown == null || !shown.canUndo()) {
            return ask("undo", Replies.say(language, "ask.nothing_to_undo"));
        }
        pending = null;
        var plan = shown.undo();
        var text = Replies.say(language, "undo.done", plan.version()) + "\n" + planner.shown(plan, language);
        return new Proposal.Undo(plan, text);
    }

    private Proposal approve(Plan plan) {
        var unavailable = planner.cannotRun(plan);
        if (!unavailable.isEmpty()) {
            var names = unavailable.stream().map(FieldFault::field).distinct().collect(Collectors.joining(", "));
            return ask("approve", Replies.say(language, "ask.cannot_approve", names));
        }
        return new Proposal.Approve(
                plan,
                plan.hash(),
                Replies.say(language, "approve.done", plan.hash().substring(0, 12)));
    }

    private static Proposal ask(String field, String text) {
        return new Proposal.Question(text, "", List.of(new FieldFault(field, text)), List.of());
    }

    /** Whether words are read as an act about the plan, for tests and tools that show it. */
    static boolean isAct(Utterance u) {
        return Acts.undoes(u) || Acts.approves(u);
    }
}
