package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.Problem;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds every conversation of a corpus and marks what comes, by the corpus's rules. */
public final class Scorer {
    private static final double NS_PER_S = 1e9;

    private final Talks talks;
    private final Identity identity = new Identity();
    private final ValueMatch match = new ValueMatch(identity);
    private final StepMarks steps = new StepMarks(match);
    private final EditMarks edits = new EditMarks(match);
    private final ReplyMarks replies = new ReplyMarks(identity);

    public Scorer(Talks talks) {
        this.talks = talks;
    }

    /** The marks of all turns. */
    public Report score(List<Item> items) {
        var scores = new ArrayList<TurnScore>();
        items.forEach(item -> scores.addAll(conversation(item)));
        return new Report(scores);
    }

    /** CPU time of this thread: what a reply takes on a machine that does nothing else. */
    private static long cpu_ns() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<TurnScore> conversation(Item item) {
        var workspace = Workspaces.of(item);
        var talk = talks.open(workspace);
        var fidelity = new Fidelity(item);
        var plans = new ArrayList<@Nullable Plan>();
        plans.add(workspace.lastPlan());
        var scores = new ArrayList<TurnScore>();
        for (var turn : item.turns()) {
            fidelity.hear(turn.user());
            long began = cpu_ns();
            Proposal came;
            try {
                came = talk.turn(turn.user());
            } catch (
                    RuntimeException refused) { // a fault of the planner is its score, and does not end the measurement
                scores.add(broken(item, scores.size() + 1, turn, refused, plans, began));
                plans.add(plans.getLast());
                continue;
            }
            double seconds = (cpu_ns() - began) / NS_PER_S;
            var marks = marks(item, turn, came, plans, fidelity);
            scores.add(new TurnScore(item, scores.size() + 1, turn.user(), Came.brief(came), marks, seconds));
            plans.add(shown(came, plans.getLast()));
        }
        return scores;
    }

    /** The plan that further words are about: looking something up leaves it as it was. */
    private static @Nullable Plan shown(Proposal came, @Nullable Plan before) {
        return came instanceof Proposal.Answer ? before : Came.plan(came).orElse(before);
    }

    /** A planner that throws has no outcome: everything that was expected is missing. */
    private TurnScore broken(
            Item item, int number, Item.Turn turn, RuntimeException refused, List<@Nullable Plan> plans, long began) {
        var came = refused instanceof Problem problem
                ? "problem %s: %s".formatted(problem.reason(), problem.sentence())
                : "crash: %s at %s".formatted(refused, refused.getStackTrace()[0]);
        var marks = new ArrayList<Mark>();
        marks.add(Mark.of(Score.OUTCOME, false, turn.outcome(), came));
        marks.addAll(steps.of(item, turn, null));
        var silence = new Proposal.Decline("none", "", List.of());
        marks.addAll(dialogue(turn, silence, plans));
        marks.addAll(replies.of(item, turn, silence));
        marks.addAll(Limits.of(turn, null));
        return new TurnScore(item, number, turn.user(), came, marks, (cpu_ns() - began) / NS_PER_S);
    }

    private List<Mark> marks(Item item, Item.Turn turn, Proposal came, List<@Nullable Plan> plans, Fidelity fidelity) {
        var marks = new ArrayList<Mark>();
        var plan = Came.plan(came).orElse(null);
        var outcome = Came.outcome(came);
        marks.add(Mark.of(Score.OUTCOME, turn.outcomes().contains(outcome), turn.outcomes(), Came.brief(came)));
        if (!turn.outcome().equals("edit")) {
            marks.addAll(steps.of(item, turn, plan));
        }
        marks.addAll(dialogue(turn, came, plans));
        marks.addAll(replies.of(item, turn, came));
        marks.addAll(Forbidden.of(item, turn, came));
        marks.addAll(Limits.of(turn, plan));
        if (plan != null) {
            marks.add(fidelity.mark(plan));
        }
        return marks;
    }

    private List<Mark> dialogue(Item.Turn turn, Proposal came, List<@Nullable Plan> plans) {
        var marks = new ArrayList<Mark>();
        var before = plans.getLast();
        if (turn.outcome().equals("edit")) {
            if (before != null && came instanceof Proposal.Edit edit) {
                marks.addAll(edits.of(turn, before, edit));
            } else {
                turn.expect().path("ops").forEach(op -> marks.add(Mark.of(Score.EDIT, false, op, Came.brief(came))));
            }
            if (turn.expect().has("rerun")) {
                boolean rerun = turn.expect().path("rerun").asBoolean();
                boolean did = came instanceof Proposal.Edit e && e.rerun();
                marks.add(Mark.of(Score.RERUN, rerun == did, rerun, did));
            }
        }
        if (turn.outcome().equals("undo")) {
            int to = turn.expect().path("to_turn").asInt(plans.size() - 2);
            var wanted = to >= 0 && to < plans.size() ? plans.get(to) : null;
            boolean right = wanted != null
                    && came instanceof Proposal.Undo undo
                    && work(undo.plan()).equals(work(wanted));
            marks.add(Mark.of(Score.UNDO, right, wanted == null ? "a plan" : work(wanted), Came.brief(came)));
        }
        if (turn.outcome().equals("approve")) {
            boolean right = before != null
                    && came instanceof Proposal.Approve a
                    && a.hash().equals(before.hash());
            marks.add(Mark.of(Score.APPROVE, right, "approval of exactly the plan that was shown", Came.brief(came)));
        }
        return marks;
    }

    private static String work(Plan plan) {
        var tree = PlanJson.tree(plan);
        return tree.path("steps").toString() + tree.path("variants");
    }
}
