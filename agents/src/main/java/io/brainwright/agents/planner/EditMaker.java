package io.brainwright.agents.planner;

import io.brainwright.agents.frames.ChosenComposition;
import io.brainwright.agents.frames.FrameReader;
import io.brainwright.agents.frames.PluggedWords;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns words about the last plan into its next version. */
final class EditMaker {
    private static final int SHORT = 9;

    private final Utterance u;
    private final WorkspaceView workspace;
    private final Planner planner;
    private final Plan last;
    private final Wish wish;
    private final @Nullable String changed;
    private final PluggedWords plugs;

    /** @param changed the number that was changed last, which one without a unit means; null: none */
    EditMaker(
            Utterance utterance,
            WorkspaceView workspace,
            Planner planner,
            PluggedWords plugs,
            @Nullable String changed) {
        this.changed = changed;
        this.plugs = plugs;
        this.u = utterance;
        this.workspace = workspace;
        this.planner = planner;
        this.last = Objects.requireNonNull(workspace.lastPlan());
        this.wish = FrameReader.read(planner.read(u.rest(), u.language()), Planner.context(workspace));
    }

    /** The edit; null where the words ask for something of their own. */
    @Nullable
    Proposal edit() {
        if (!isEdit()) {
            return null;
        }
        var patch = new PatchWriter(last);
        new PluggedEdit(plugs, planner.plugged(), patch).read();
        new EditReader(u, patch, wish, changed).read();
        boolean rerun = u.has("word.rerun", "edit.same")
                || u.has("verb.run") && (u.has("edit.same", "verb.block") || u.has("word.again"));
        if (patch.isEmpty() && patch.hasAlready()) {
            var text = Replies.say(u.language(), "edit.unchanged") + "\n" + planner.shown(last, u.language());
            return new Proposal.Edit(patch.operations(), last, false, planner.unavailable(last), text);
        }
        if (patch.isEmpty() && !rerun) {
            return question(patch);
        }
        patch.words(u.text());
        var next = patch.operations().isEmpty() ? last : PlanPatch.apply(last, patch.operations());
        var faults = new ArrayList<>(planner.outOfLimits(next));
        wish.faults().stream()
                .filter(f -> f.fault().startsWith("fahrenheit")
                        || f.fault().startsWith("unknown")
                        || f.fault().startsWith("no_layer")
                        || f.fault().startsWith("agonist")
                        || f.fault().contains("plastic")
                        || f.fault().startsWith("no_block"))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            return new Questions(u).ask(faults, wish.suggestions(), String.join("; ", patch.told()));
        }
        var plan = planner.recheck(next, u, workspace, changed);
        var unavailable = planner.unavailable(plan);
        return new Proposal.Edit(
                patch.operations(), plan, rerun, unavailable, text(plan, patch.told(), rerun, unavailable));
    }

    private String text(Plan plan, List<String> told, boolean rerun, List<FieldFault> unavailable) {
        var changed = Replies.say(
                u.language(),
                "edit.changed",
                told.isEmpty() ? Replies.say(u.language(), "none") : String.join("; ", told));
        var text = new Notes(u, workspace).plan(plan, String.join("; ", told), unavailable, null);
        return changed + (rerun ? " " + Replies.say(u.language(), "edit.rerun") : "") + "\n" + text;
    }

    private @Nullable Proposal question(PatchWriter patch) {
        assert patch.isEmpty();
        if (u.has("verb.remove") && !u.has("verb.add", "verb.change")) {
            return new Questions(u)
                    .ask(
                            List.of(new FieldFault(
                                    "remove", Replies.say(u.language(), "ask.nothing_to_remove", u.text()))),
                            List.of(),
                            "");
        }
        var relative = u.has("edit.bigger", "edit.smaller", "verb.change");
        var slot = u.mentions().stream()
                .filter(m -> m.concept().startsWith("word.")
                        || m.concept().startsWith("ion.")
                        || m.concept().startsWith("thing."))
                .map(Mention::name)
                .findFirst()
                .orElse(u.text());
        if (relative) {
            return new Questions(u)
                    .ask(List.of(new FieldFault(slot, Replies.say(u.language(), "ask.how_much", slot))), List.of(), "");
        }
        if (u.has("verb.block") && u.has("edit.it") && u.contentWords() <= 4) {
            return new Questions(u)
                    .ask(
                            List.of(new FieldFault("blocks", Replies.say(u.language(), "ask.which_block"))),
                            List.of(),
                            "");
        }
        return null;
    }

    /** Whether the words change the plan that was shown, rather than ask for another. */
    private boolean isEdit() {
        if (choosesSource()) {
            return true;
        }
        boolean fresh = freshStart();
        boolean marked = u.has("edit.instead", "edit.same")
                || changesIt()
                || startsWithAlso()
                || u.has("word.rerun", "verb.replace")
                || !plugs.isEmpty() && !plugs.named()
                || u.has("edit.also") && u.contentWords() <= SHORT
                || u.has("verb.run")
                        && u.has("edit.it")
                        && u.contentWords() <= SHORT
                        && u.family("metric").isEmpty();
        boolean known = wish.wants().stream()
                .allMatch(w -> contains(w.action())
                        || w.action().equals("render.image") && contains("render.movie") && !u.has("thing.image"));
        marked |= u.has("verb.run")
                && u.has("edit.it")
                && known
                && !wish.wants().isEmpty()
                && u.named(io.brainwright.agents.language.Named.Kind.REGION).isEmpty()
                && u.family("metric").isEmpty();
        boolean readsOnly = wish.wants().stream()
                .anyMatch(w -> Set.of(
                                "atlas.query",
                                "estimate",
                                "library.search",
                                "library.audit",
                                "agent.create",
                                "notebook.compare",
                                "notebook.rerun",
                                "notebook.export",
                                "library.analyse",
                                "library.extract")
                        .contains(w.action()));
        if (readsOnly && !marked || u.isQuestion() && !marked && !known) {
            return false;
        }
        if (fresh) {
            return false;
        }
        boolean fragment = u.contentWords() <= SHORT
                && u.family("verb").stream()
                        .noneMatch(m -> Set.of("verb.build", "verb.run", "verb.show", "verb.search")
                                        .contains(m.concept())
                                && !m.concept().equals("verb.build"));
        return marked
                || (fragment && known)
                || u.has("verb.block", "verb.add", "verb.remove", "verb.change") && (known || contains("sim.run"));
    }

    /** "use the density of the 2015 microcircuit": no circuit is asked for, and no place is named. */
    private boolean choosesSource() {
        return contains("placement.cells")
                && !u.isQuestion()
                && u.named(io.brainwright.agents.language.Named.Kind.REGION).isEmpty()
                && u.contentWords() <= SHORT
                && !ChosenComposition.in(u).isEmpty();
    }

    private boolean contains(String action) {
        return !last.steps(action).isEmpty();
    }

    private boolean changesIt() {
        return u.has("verb.change", "edit.twice", "edit.half", "edit.triple", "edit.bigger", "edit.smaller")
                && !u.has("verb.disconnect", "verb.rewire");
    }

    private boolean startsWithAlso() {
        return u.mentions().stream()
                        .anyMatch(m -> m.from() <= 1
                                && Set.of("edit.also", "verb.add", "verb.remove", "edit.now")
                                        .contains(m.concept()))
                || u.word(0)
                        .matches(
                                "and|und|et|y|but|aber|mais|pero|only|nur|solo|seulement|with|without|mit|ohne|avec|sans|con|sin|also|plus");
    }

    /** "Build a ..." with a region or a shape of its own. */
    private boolean freshStart() {
        boolean builds = u.mentions().stream()
                .anyMatch(m -> m.concept().equals("verb.build")
                        && m.from() <= 2
                        && !u.word(m.from()).matches("make|mach|mache|fais|haz|hacer|set|faire|machen"));
        boolean named =
                !u.named(io.brainwright.agents.language.Named.Kind.REGION).isEmpty()
                        || u.has("thing.column", "thing.slice", "thing.circuit");
        boolean instead = u.has("edit.instead", "edit.same");
        boolean runs = u.mentions().stream().anyMatch(m -> m.concept().equals("verb.run") && m.from() <= 1)
                && u.has("thing.column", "thing.circuit", "thing.cell", "thing.neuron")
                && !u.has("edit.same")
                && !JsonNodeFactory.instance.objectNode().isArray();
        return !instead && (builds && named || runs);
    }
}
