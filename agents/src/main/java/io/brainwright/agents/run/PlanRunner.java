package io.brainwright.agents.run;

import io.brainwright.agents.plan.Availability;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Plugged;
import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs an approved plan, step by step. An interrupt of the calling thread cancels the step that runs; what was finished
 * stays in the catalogue.
 */
public final class PlanRunner {
    private final Services services;
    private final Datasets datasets;
    private final Path workspace;
    private final Watch watch;
    private final Availability availability;
    private final Map<String, ActionExecutor> executors = new LinkedHashMap<>();
    private final Plugged plugged;
    private final Function<PluggedAction, ActionExecutor> plugs;

    /**
     * @param workspace the scientist's folder
     * @param executors one per action
     * @param watch is told of each run and step
     */
    public PlanRunner(
            Services services, Datasets datasets, Path workspace, Collection<ActionExecutor> executors, Watch watch) {
        this(services, datasets, workspace, executors, watch, Plugged.NONE, action -> {
            throw new IllegalStateException("nothing is plugged in that would carry out " + action.name());
        });
    }

    /**
     * The same with stages that are plugged in.
     *
     * @param plugs who carries out an action of theirs
     */
    public PlanRunner(
            Services services,
            Datasets datasets,
            Path workspace,
            Collection<ActionExecutor> executors,
            Watch watch,
            Plugged plugged,
            Function<PluggedAction, ActionExecutor> plugs) {
        this.plugged = plugged;
        this.plugs = plugs;
        this.services = services;
        this.datasets = datasets;
        this.workspace = workspace;
        this.watch = watch;
        this.availability = Availability.open();
        for (var executor : executors) {
            if (this.executors.put(executor.action(), executor) != null) {
                throw new IllegalArgumentException("two executors of " + executor.action());
            }
        }
    }

    /** All that this plan asks for and this version cannot run, by name; empty where it can run. */
    public List<FieldFault> unavailable(Plan plan) {
        return unavailable(plan, plugged.actions());
    }

    private List<FieldFault> unavailable(Plan plan, PluggedActions stages) {
        var faults = new ArrayList<>(availability.with(stages).faults(plan));
        for (var step : plan.steps()) {
            if (availability.has(step.action()) && !executors.containsKey(step.action())) {
                faults.add(new FieldFault(step.action(), "is not available here: nothing carries it out."));
            }
        }
        return faults;
    }

    /** The actions that only read, keep nothing and are available. */
    public List<String> reading() {
        return executors.values().stream()
                .filter(e -> e.readOnly() && !e.keeps() && availability.has(e.action()))
                .map(ActionExecutor::action)
                .sorted()
                .toList();
    }

    /**
     * @param plan what is run
     * @param approvedHash hash of the plan that the scientist approved
     * @param folder where pictures and the release are written
     * @throws Problem PRECONDITION where another plan was approved or a part is not available, CANCELLED where the scientist
     *     stopped it
     */
    public RunResult run(Plan plan, String approvedHash, Path folder, RunListener listener) {
        if (!plan.hash().equals(approvedHash)) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PLAN_NOT_APPROVED",
                    "The plan that would run is not the plan that was approved.",
                    "Read the plan as it is now and approve it.",
                    Map.of("plan", plan.hash(), "approved", approvedHash));
        }
        return carryOut(plan, folder, listener, true);
    }

    /**
     * Looks something up: a plan whose every step only reads needs no approval.
     *
     * @throws Problem PRECONDITION where a step would make or write something
     */
    public RunResult answer(Plan plan, RunListener listener) {
        var all = executors(plugged.actions());
        var writing = plan.steps().stream()
                .map(step -> all.get(step.action()))
                .filter(executor -> executor != null && !executor.readOnly())
                .map(executor ->
                        new FieldFault(executor.action(), "makes or writes something; it needs your approval."))
                .toList();
        if (!writing.isEmpty()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PLAN_NEEDS_APPROVAL",
                    "This plan does more than look something up.",
                    "Read it and approve it.",
                    Map.of("plan", plan.hash()),
                    writing,
                    null);
        }
        return carryOut(plan, workspace, listener, false);
    }

    private RunResult carryOut(Plan plan, Path folder, RunListener listener, boolean remember) {
        var stages = plugged.actions();
        var missing = unavailable(plan, stages);
        if (!missing.isEmpty()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PLAN_NOT_AVAILABLE",
                    "Parts of this plan are not available yet, so nothing was run.",
                    "Change these parts: '" + missing.getFirst().field() + "' is the first.",
                    Map.of("plan", plan.hash()),
                    missing,
                    null);
        }
        try {
            Files.createDirectories(folder);
            var circuit = CircuitRecord.read(workspace).orElse(null);
            var execution = new Execution(
                    plan, executors(stages), services, datasets, folder, workspace, circuit, listener, watch, stages);
            try {
                watch.plan(plan.hash()).observe(execution::all);
            } finally {
                if (remember) {
                    execution.record().ifPresent(record -> record.write(workspace));
                }
            }
            if (remember) {
                writeScene(execution, folder);
            }
            return execution.result();
        } catch (StatusRuntimeException failed) {
            throw Thread.currentThread().isInterrupted() ? stopped(failed) : GrpcProblems.fromGrpc(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, ActionExecutor> executors(PluggedActions stages) {
        var all = new LinkedHashMap<>(executors);
        stages.all().forEach(action -> all.put(action.name(), plugs.apply(action)));
        return all;
    }

    /** Every study with a run has a scene; a movie's own is not replaced. */
    private static void writeScene(Execution execution, Path folder) throws IOException {
        var file = folder.resolve("scene.json");
        var scene = execution.scene();
        if (scene.isPresent() && !Files.exists(file)) {
            Files.writeString(file, scene.get().toPrettyString() + "\n");
        }
    }

    /** What is said where the scientist stopped a run. */
    static Problem stopped(@org.jspecify.annotations.Nullable Throwable cause) {
        return new Problem(
                Kind.CANCELLED,
                "STOPPED",
                "The run was stopped.",
                "Ask again to go on: what was finished is kept.",
                Map.of(),
                List.of(),
                cause);
    }
}
