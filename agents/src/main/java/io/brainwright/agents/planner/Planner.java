package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Context;
import io.brainwright.agents.frames.FrameReader;
import io.brainwright.agents.frames.PluggedWords;
import io.brainwright.agents.frames.Stages;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Quoted;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Utterances;
import io.brainwright.agents.plan.NumberFidelity;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanChecks;
import io.brainwright.agents.plan.Plugged;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** From words to a proposal, offline and the same every time. */
public final class Planner {
    private final TissueFacts facts;
    private final Defaults defaults = Defaults.open();
    private final Plugged plugged;
    private final PlanChecks checks;
    private final PluggedCosts costs;
    private final Supplier<Lexicon> lexicon;
    private Lexicon known;
    private Utterances utterances;

    public Planner(TissueFacts facts) {
        this(facts, Lexicon.open());
    }

    private Planner(TissueFacts facts, Lexicon words) {
        this(facts, () -> words);
    }

    /**
     * @param lexicon the words as they stand now: the scientist's files may teach more of them at any time
     */
    public Planner(TissueFacts facts, Supplier<Lexicon> lexicon) {
        this(facts, lexicon, Plugged.NONE);
    }

    /** The same with stages that are plugged in. */
    public Planner(TissueFacts facts, Supplier<Lexicon> lexicon, Plugged plugged) {
        this.plugged = plugged;
        this.checks = new PlanChecks(plugged);
        this.costs = new PluggedCosts(defaults, facts, plugged);
        this.facts = facts;
        this.lexicon = lexicon;
        this.known = lexicon.get();
        this.utterances = new Utterances(known);
    }

    private synchronized Utterances utterances() {
        var now = lexicon.get();
        if (now != known) {
            known = now;
            utterances = new Utterances(now);
        }
        return utterances;
    }

    /**
     * Proposes a plan, answers, edits the workspace's last plan, asks, or declines. Nothing is run.
     *
     * @param words the scientist's request
     * @param workspace where it is asked
     * @throws Problem INVALID for a request without words
     */
    public Proposal propose(String words, WorkspaceView workspace) {
        return propose(words, workspace, Language.ENGLISH);
    }

    /** The same within a dialogue in a language, which tells where the words do not. */
    public Proposal propose(String words, WorkspaceView workspace, Language before) {
        return propose(words, workspace, before, null);
    }

    /**
     * The same where one number was changed last, so that "no, 1.35 rather" means it.
     *
     * @param changed action and path of that number, "sim.run.ca_mM"; null where there is none
     */
    public Proposal propose(
            String words, WorkspaceView workspace, Language before, @org.jspecify.annotations.Nullable String changed) {
        if (words.isBlank()) {
            throw Problem.invalid(
                    "The request is empty.",
                    List.of(new FieldFault("request", "Say what you want to know, in a sentence.")));
        }
        var quoted = Quoted.of(words);
        var plugs = PluggedWords.of(quoted.words(), before, plugged(), planned(workspace));
        var u = plugs.isEmpty()
                ? utterances().read(quoted.words(), before)
                : utterances().read(plugs.rest(), plugs.language()).within(quoted.words(), plugs.amounts());
        var topic = new Topic(u, workspace);
        var gate = new Gates(u, topic).first();
        if (gate.isPresent()) {
            return gate.get();
        }
        var cost = costOfLast(u, workspace);
        if (cost != null) {
            return cost;
        }
        var edit = workspace.lastPlan() == null ? null : new EditMaker(u, workspace, this, plugs, changed).edit();
        if (edit != null) {
            return edit;
        }
        var explained = explained(u);
        if (explained != null) {
            return explained;
        }
        var tooLarge = new TooLarge(defaults, u, workspace).wholeBrain();
        if (tooLarge != null) {
            return tooLarge;
        }
        var wish = FrameReader.read(u, context(workspace));
        plugs.into(wish);
        if (topic.isOffTopic(!wish.wants().isEmpty() && !onlyQuestions(wish))) {
            return new Proposal.Decline(
                    "off_topic",
                    Replies.say(u.language(), "decline.off_topic"),
                    List.of(Replies.say(u.language(), "alt.what_i_do")));
        }
        return propose(u, wish, workspace);
    }

    /** The words as frames read them. */
    public Utterance read(String words, Language before) {
        return utterances().read(words, before);
    }

    private static boolean onlyQuestions(Wish wish) {
        return wish.wants().stream().allMatch(w -> w.params().isEmpty())
                && wish.wants().size() == 1
                && !wish.wants().getFirst().action().startsWith("notebook");
    }

    private static Set<String> planned(WorkspaceView workspace) {
        var plan = workspace.lastPlan();
        return plan == null
                ? Set.of()
                : plan.steps().stream().map(s -> s.action()).collect(Collectors.toSet());
    }

    /** The actions of plugged-in stages as they stand now. */
    PluggedActions plugged() {
        return plugged.actions();
    }

    static Context context(WorkspaceView workspace) {
        var circuit = workspace.circuit();
        return new Context(
                circuit != null,
                circuit == null ? "" : circuit.region(),
                circuit == null ? java.util.Set.of() : java.util.Set.copyOf(circuit.stages_done()),
                workspace.files(),
                workspace.runs(),
                planned(workspace));
    }

    /** "what would it cost?" after a plan was shown: what that plan takes. */
    private static @org.jspecify.annotations.Nullable Proposal costOfLast(Utterance u, WorkspaceView workspace) {
        var last = workspace.lastPlan();
        var cost = last == null ? null : last.estimate();
        boolean asks = u.has("verb.estimate", "word.memory")
                && u.named().isEmpty()
                && u.amounts().isEmpty();
        return cost == null || !asks ? null : answer(u, Notes.line(cost, u.language()));
    }

    private static @org.jspecify.annotations.Nullable Proposal explained(Utterance u) {
        if (u.has("ask.capabilities")
                && u.size() <= 10
                && u.named().isEmpty()
                && u.amounts().isEmpty()) {
            return answer(u, Replies.say(u.language(), "answer.capabilities"));
        }
        return Glossary.explain(u).map(text -> answer(u, text)).orElse(null);
    }

    private static Proposal.Answer answer(Utterance u, String text) {
        var plan = new Plan(
                Plan.SCHEMA,
                1,
                u.text(),
                new io.brainwright.agents.plan.Hypothesis(u.text(), null, null),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
        return new Proposal.Answer(plan, List.of(), text);
    }

    private Proposal propose(Utterance u, Wish wish, WorkspaceView workspace) {
        var questions = new Questions(u);
        var faults = new ArrayList<>(wish.faults());
        faults.addAll(new Missing(u, wish, workspace, plugged()).faults());
        if (!faults.isEmpty()) {
            return questions.ask(faults, wish.suggestions(), Understood.of(wish));
        }
        var slot = unsaidValue(u);
        if (wish.wants().isEmpty() && u.has("verb.change", "edit.bigger", "edit.smaller") && slot != null) {
            return questions.ask(
                    List.of(new FieldFault(slot, Replies.say(u.language(), "ask.how_much", slot))), List.of(), "");
        }
        if (wish.wants().isEmpty()) {
            var unknown = u.unexplained().stream().map(w -> w.raw()).toList();
            var text = Replies.say(u.language(), "ask.what")
                    + (unknown.isEmpty()
                            ? ""
                            : " " + Replies.say(u.language(), "ask.understood_little", String.join(", ", unknown)));
            return questions.ask(List.of(new FieldFault("request", text)), List.of(), "");
        }
        return draft(u, wish, workspace);
    }

    /** What is to change, where no value was said. */
    private static @org.jspecify.annotations.Nullable String unsaidValue(Utterance u) {
        return u.mentions().stream()
                .filter(m -> List.of(
                                "ion.ca",
                                "ion.mg",
                                "word.temperature",
                                "word.density",
                                "word.wide",
                                "word.duration",
                                "word.amplitude")
                        .contains(m.concept()))
                .map(m -> u.said(m.from(), m.to()))
                .findFirst()
                .orElse(null);
    }

    private Proposal draft(Utterance u, Wish wish, WorkspaceView workspace) {
        var open = new ArrayList<String>();
        var unused = u.unexplained();
        if (!unused.isEmpty()) {
            open.add(Replies.say(
                    u.language(),
                    "not_used",
                    unused.stream().map(w -> w.raw()).distinct().collect(Collectors.joining(", "))));
        }
        if (u.has("word.rebuild") && PlanMaker.usesCircuit(wish, workspace)) {
            open.add(Replies.say(u.language(), "rebuild_downstream"));
        }
        var plan = new PlanMaker(defaults, u, wish, workspace, plugged()).plan(open);
        return checked(u, wish, plan, workspace);
    }

    private Proposal checked(Utterance u, Wish wish, Plan plan, WorkspaceView workspace) {
        var faults = outOfLimits(plan);
        if (!faults.isEmpty()) {
            return new Questions(u).ask(faults, List.of(), Understood.of(wish));
        }
        var tissue = new TissueCheck(facts, plan, workspace);
        boolean builds = !plan.steps("atlas.region").isEmpty();
        boolean whole = plan.steps("atlas.region").stream()
                .anyMatch(
                        s -> s.params().path("shape").path("kind").asString("").equals("whole"));
        if (builds && !whole) {
            var misfits = tissue.faults();
            if (!misfits.isEmpty()) {
                return new Questions(u).ask(misfits, List.of(), Understood.of(wish));
            }
        }
        Plan complete;
        try {
            complete = checks.passed(builds ? tissue.withFacts(plan) : plan, Said.of(u, workspace));
        } catch (Problem refused) {
            return new Questions(u).ask(refused.faults(), List.of(), Understood.of(wish));
        }
        var estimate = costs.of(complete, workspace);
        double neurons = estimate.neurons();
        var cost = estimate.cost();
        if (builds && cost.memory_bytes() > workspace.memory_bytes()) {
            return new TooLarge(defaults, u, workspace).decline(neurons, cost.memory_bytes(), cost.disk_bytes());
        }
        return reply(
                u, wish, OwnRecipe.into(complete, workspace.folder(), plugged()).withEstimate(cost), workspace);
    }

    private Proposal reply(Utterance u, Wish wish, Plan plan, WorkspaceView workspace) {
        var unavailable = unavailable(plan);
        var notes = new Notes(u, workspace);
        boolean reads = plan.steps().stream().allMatch(s -> Stages.reads(s.action())) || onlyReads(u, plan, workspace);
        if (reads) {
            return new Proposal.Answer(
                    plan, unavailable, notes.answer(plan, Understood.of(wish), unavailable, defaults, facts));
        }
        return new Proposal.Ready(
                plan, unavailable, notes.plan(plan, Understood.of(wish), unavailable, wish.budget_s()));
    }

    /** A question that only measures what is there. */
    private static boolean onlyReads(Utterance u, Plan plan, WorkspaceView workspace) {
        boolean there = workspace.circuit() != null || !workspace.runs().isEmpty();
        boolean compares = !plan.steps("notebook.compare").isEmpty();
        return there
                && (u.isQuestion() || compares)
                && plan.steps().stream().allMatch(s -> Stages.reads(s.action()) || Stages.analyses(s.action()));
    }

    /** What of a plan this version cannot run, by name. */
    List<FieldFault> unavailable(Plan plan) {
        var faults = new ArrayList<>(checks.unavailable(plan));
        for (var step : plan.steps("atlas.region")) {
            var region = step.params().path("region");
            var names = region.isArray()
                    ? region.valueStream().map(n -> n.asString()).toList()
                    : List.of(region.asString(""));
            names.stream()
                    .filter(n -> !Places.isBuilt(n))
                    .forEach(n -> faults.add(new FieldFault(
                            "atlas.region.region",
                            "%s is not in this version's atlas, which has %s of the rat."
                                    .formatted(n, String.join(", ", Places.built())))));
        }
        return faults;
    }

    /** An edited plan, checked and with its estimate. */
    Plan recheck(Plan plan, Utterance u, WorkspaceView workspace) {
        return recheck(plan, u, workspace, null);
    }

    /** @param changed the parameter that a number without a unit may mean; null: none */
    Plan recheck(Plan plan, Utterance u, WorkspaceView workspace, @org.jspecify.annotations.Nullable String changed) {
        checks.passed(plan, Said.of(u, workspace, changed));
        return estimated(plan, workspace);
    }

    /** The same plan with what its run would cost, whoever wrote it. */
    public Plan estimated(Plan plan, WorkspaceView workspace) {
        return OwnRecipe.into(plan, workspace.folder(), plugged())
                .withEstimate(costs.of(plan, workspace).cost());
    }

    /**
     * A plan that the scientist changed by hand, checked like any other and with its estimate.
     *
     * @throws Problem INVALID with every fault
     */
    public Plan checkedByHand(Plan plan, WorkspaceView workspace) {
        var faults = outOfLimits(plan);
        var words = read(plan.request(), Language.ENGLISH);
        if (!faults.isEmpty()) {
            throw Problem.invalid("This plan cannot be run.", new Questions(words).worded(faults));
        }
        return recheck(plan, words, workspace);
    }

    List<FieldFault> outOfLimits(Plan plan) {
        var faults = new ArrayList<FieldFault>();
        plan.steps().forEach(s -> faults.addAll(defaults.outOfLimits(s.action(), s.params())));
        var actions = plugged();
        plan.steps().forEach(s -> faults.addAll(actions.faults(s)));
        TimingCheck.check(plan, faults);
        return faults;
    }

    /** The numbers of words, for the check of plans that others drafted. */
    public List<NumberFidelity.Said> said(String words, WorkspaceView workspace) {
        return Said.of(utterances().read(words, Language.ENGLISH), workspace);
    }

    /** What of a plan this version cannot run, by name; such a plan is never approved. */
    public List<FieldFault> cannotRun(Plan plan) {
        return unavailable(plan);
    }

    /** A plan in words, what cannot run first. */
    public String shown(Plan plan, Language language) {
        var names = unavailable(plan).stream().map(f -> "  " + f.field() + "\n").collect(Collectors.joining());
        return (names.isEmpty() ? "" : Replies.say(language, "unavailable") + "\n" + names)
                + PlanText.render(plan, language);
    }
}
