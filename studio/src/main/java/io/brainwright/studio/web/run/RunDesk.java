package io.brainwright.studio.web.run;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.notebook.Finding;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.ApprovedPlan;
import io.brainwright.studio.web.ProblemJson;
import io.brainwright.studio.web.events.Events;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs one approved plan at a time, on a thread of its own, and tells every open page. */
@Component
public final class RunDesk {
    private static final long PATIENCE_MS = 4000;

    private final ApprovedPlan approved;
    private final Events events;
    private @Nullable RunState state;
    private @Nullable Thread worker;

    RunDesk(
            PlanRunner runner,
            Datasets datasets,
            Audit audit,
            Dialogue dialogue,
            Events events,
            @Value("${brainwright.workspace}") Path workspace) {
        this.approved = new ApprovedPlan(runner, datasets, audit, dialogue, workspace);
        this.events = events;
    }

    /** The run that goes on, or the last one of this session. */
    public synchronized Optional<RunState> state() {
        return Optional.ofNullable(state);
    }

    /**
     * Starts a plan.
     *
     * @param hash what the scientist approved
     * @throws Problem PRECONDITION where another plan was approved, or a run goes on
     */
    public synchronized RunState start(Plan plan, String hash) {
        if (!plan.hash().equals(hash)) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PLAN_CHANGED",
                    "The plan has changed since you read it; nothing was run.",
                    "Read the plan as it is now and approve it.",
                    Map.of("plan", plan.hash(), "approved", hash));
        }
        if (state != null && state.status() == RunState.Status.RUNNING) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "RUN_GOING_ON",
                    "A run goes on: %s".formatted(state.request()),
                    "Wait for it, or cancel it.",
                    Map.of("plan", state.plan()));
        }
        var begun = new RunState(
                hash,
                plan.request(),
                RunState.Status.RUNNING,
                System.currentTimeMillis(),
                0,
                null,
                List.of(),
                null,
                List.of(),
                null);
        state = begun;
        worker = Thread.ofPlatform().name("run").start(() -> carryOut(plan, hash));
        events.tell("run", begun);
        return begun;
    }

    /** Stops the run; what is finished stays. */
    public synchronized RunState cancel() {
        if (state == null || state.status() != RunState.Status.RUNNING || worker == null) {
            throw new Problem(Kind.PRECONDITION, "NO_RUN", "No run goes on.", "There is nothing to cancel.", Map.of());
        }
        worker.interrupt();
        return state;
    }

    private void carryOut(Plan plan, String hash) {
        try {
            var done = approved.run(
                    plan, hash, new RunTeller((now, lines) -> change(running().with(now, lines))));
            var name = String.valueOf(
                    Objects.requireNonNull(done.page().getParent()).getFileName());
            change(running().ended(RunState.Status.DONE, name, Finding.words(done.result()), null));
            events.tell("notebook", name);
        } catch (Problem problem) {
            boolean stopped = problem.kind() == Kind.CANCELLED;
            change(running()
                    .ended(
                            stopped ? RunState.Status.STOPPED : RunState.Status.FAILED,
                            null,
                            List.of(),
                            ProblemJson.of(problem, ProblemJson.status(problem.kind()))));
        } catch (RuntimeException | Error unexpected) {
            System.getLogger(RunDesk.class.getName())
                    .log(System.Logger.Level.ERROR, "a run failed unexpectedly", unexpected);
            change(running()
                    .ended(
                            RunState.Status.FAILED,
                            null,
                            List.of(),
                            ProblemJson.of(
                                    new Problem(
                                            Kind.INTERNAL,
                                            "UNEXPECTED",
                                            "An unexpected failure, which is a fault of Brainwright: " + unexpected,
                                            "The log in the workspace (logs/brainwright.log) holds the details.",
                                            Map.of()),
                                    500)));
        }
    }

    private synchronized RunState running() {
        return Objects.requireNonNull(state, "a run has begun");
    }

    private void change(RunState next) {
        synchronized (this) {
            state = next;
        }
        events.tell("run", next);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        var thread = worker;
        if (thread != null && thread.isAlive()) {
            thread.interrupt();
            thread.join(PATIENCE_MS);
        }
    }
}
