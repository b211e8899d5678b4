package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.scene.SceneDraft;
import io.brainwright.agents.scene.SceneTitle;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One run of one plan: which step has made what under which setting. */
final class Execution {
    /** How long a stage's service may be away, e.g. while it is restarted, before a run gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Plan plan;
    private final Map<String, ActionExecutor> executors;
    private final Services services;
    private final Datasets datasets;
    private final Path folder;
    private final Path workspace;
    private final @Nullable CircuitRecord circuit;
    private final RunListener listener;
    private final Watch watch;
    private final PluggedActions plugged;
    private final StepOrder order;
    private final Settings settings;
    private final Map<String, Map<Setting, StepOutcome>> outcomes = new LinkedHashMap<>();
    private final List<Built> built = new ArrayList<>();

    Execution(
            Plan plan,
            Map<String, ActionExecutor> executors,
            Services services,
            Datasets datasets,
            Path folder,
            Path workspace,
            @Nullable CircuitRecord circuit,
            RunListener listener,
            Watch watch,
            PluggedActions plugged) {
        this.plan = plan;
        this.executors = executors;
        this.services = services;
        this.datasets = datasets;
        this.folder = folder;
        this.workspace = workspace;
        this.circuit = circuit;
        this.listener = listener;
        this.watch = watch;
        this.plugged = plugged;
        this.order = new StepOrder(plan, plugged);
        this.settings = new Settings(plan, order);
    }

    void all() {
        for (var step : order.ordered()) {
            var executor = Objects.requireNonNull(executors.get(step.action()), step.action());
            var under = settings.of(step);
            boolean once = executor.scope() == ActionExecutor.Scope.ONCE;
            for (var setting : once ? under.subList(0, 1) : under) {
                if (Thread.currentThread().isInterrupted()) {
                    throw PlanRunner.stopped(null);
                }
                var context = new Context(step, setting, once, setting.equals(under.getFirst()));
                var outcome = watch.step(step.action()).<StepOutcome>observe(() -> executor.run(context));
                outcomes.computeIfAbsent(step.id(), _ -> new LinkedHashMap<>()).put(setting, outcome);
            }
        }
    }

    RunResult result() {
        return new RunAssembly(plan, services, runs(), outcomes.values(), built).result();
    }

    /** A scene of the first run, from which pictures and movies are drawn; empty where nothing was simulated. */
    Optional<ObjectNode> scene() {
        return runs().stream()
                .findFirst()
                .map(run -> SceneDraft.of(
                                title(run),
                                run.cells().getId(),
                                run.morphologies().getId(),
                                run.synapses() == null ? null : run.synapses().getId(),
                                run.simulation().getId(),
                                run.params().path("duration_ms").asDouble(1))
                        .sound()
                        .json());
    }

    private String title(SimulationRun run) {
        return SceneTitle.of(
                made("atlas.region"),
                made("placement.cells"),
                run.params(),
                circuit == null ? plan.request() : circuit.name());
    }

    /** Parameters of what this plan made, else of the circuit that it ran on. */
    private ObjectNode made(String action) {
        return plan.steps(action).stream()
                .findFirst()
                .map(s -> s.params().deepCopy())
                .orElseGet(() -> circuit == null ? JsonMapper.shared().createObjectNode() : circuit.params(action));
    }

    /** What the workspace should remember; empty where nothing of a circuit was made. */
    Optional<CircuitRecord> record() {
        return CircuitMemory.after(circuit, order.ordered(), this::first, runs(), plugged);
    }

    private CircuitMemory.@Nullable First first(Step step) {
        var made = outcomes.get(step.id());
        if (made == null || made.isEmpty()) {
            return null;
        }
        var setting = made.keySet().iterator().next();
        return new CircuitMemory.First(
                settings.params(step, setting), made.values().iterator().next().made());
    }

    /** Every simulation of this plan. */
    private List<SimulationRun> runs() {
        var runs = new ArrayList<SimulationRun>();
        for (var step : plan.steps(DatasetKind.SIMULATION.action())) {
            for (var made : outcomes.getOrDefault(step.id(), Map.of()).entrySet()) {
                var simulation = made.getValue().made().get(DatasetKind.SIMULATION);
                if (simulation != null) {
                    var context = new Context(step, made.getKey(), false, true);
                    runs.add(new SimulationRun(
                            made.getKey(),
                            context.params(),
                            context.require(DatasetKind.CELLS),
                            context.require(DatasetKind.MORPHOLOGIES),
                            context.input(DatasetKind.SYNAPSES).orElse(null),
                            simulation));
                }
            }
        }
        return runs;
    }

    /** One step under one setting. */
    private final class Context implements StepContext {
        private final Step step;
        private final Setting setting;
        private final boolean once;
        private final boolean first;

        Context(Step step, Setting setting, boolean once, boolean first) {
            this.step = step;
            this.setting = setting;
            this.once = once;
            this.first = first;
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Step step() {
            return step;
        }

        @Override
        public ObjectNode params() {
            return settings.params(step, setting);
        }

        @Override
        public Setting setting() {
            return setting;
        }

        @Override
        public Services services() {
            return services;
        }

        @Override
        public Datasets datasets() {
            return datasets;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Path workspace() {
            return workspace;
        }

        @Override
        public Optional<DatasetRef> input(DatasetKind kind) {
            for (var need : order.reaching(step).reversed()) {
                var made = need.equals(step) ? null : outcome(need).made().get(kind);
                if (made != null) {
                    return Optional.of(made);
                }
            }
            if (circuit == null || kind == DatasetKind.SIMULATION) {
                return Optional.empty();
            }
            var kept = new KeptDatasets(datasets, workspace, circuit.name());
            return Optional.ofNullable(circuit.datasets().get(kind.stage())).map(id -> kept.ref(kind, id));
        }

        @Override
        public DatasetRef require(DatasetKind kind) {
            return input(kind)
                    .orElseThrow(() -> new Problem(
                            Kind.PRECONDITION,
                            "NOTHING_BUILT",
                            "%s needs %s, and neither this plan nor this workspace has any."
                                    .formatted(step.action(), kind.words()),
                            "Add a step '%s' to the plan, or build a circuit first.".formatted(kind.action()),
                            Map.of("step", step.id(), "kind", kind.words())));
        }

        @Override
        public ObjectNode upstream(String action) {
            for (var need : order.reaching(step).reversed()) {
                if (need.action().equals(action)) {
                    return settings.params(need, settings.seenBy(need, setting));
                }
            }
            return circuit == null ? JsonMapper.shared().createObjectNode() : circuit.params(action);
        }

        @Override
        public List<SimulationRun> runs() {
            if (plan.steps(DatasetKind.SIMULATION.action()).isEmpty()) {
                return circuit == null
                        ? List.of()
                        : CircuitMemory.runs(circuit, new KeptDatasets(datasets, workspace, circuit.name()));
            }
            var reaching = order.reaching(step);
            return Execution.this.runs().stream()
                    .filter(run -> once
                            || reaching.stream()
                                    .filter(s -> s.action().equals(DatasetKind.SIMULATION.action()))
                                    .anyMatch(s -> settings.seenBy(s, setting).equals(run.setting())))
                    .toList();
        }

        @Override
        public List<StepOutcome> outcomes() {
            var all = new ArrayList<StepOutcome>();
            for (var need : order.reaching(step)) {
                all.addAll(outcomes.getOrDefault(need.id(), Map.of()).values());
            }
            return all;
        }

        @Override
        public DatasetRef build(String stage, Supplier<Iterator<BuildProgress>> call) {
            var label = first || setting.words().isEmpty() ? stage : stage + " " + setting.words();
            var made = new BuildCall(label, listener, PATIENCE).finish(call);
            built.add(made);
            return DatasetRef.newBuilder().setId(made.id()).build();
        }

        @Override
        public void progress(Progress progress) {
            listener.progress(step.action(), progress);
        }

        @Override
        public void wrote(String what) {
            listener.wrote(step.action(), what);
        }

        private StepOutcome outcome(Step need) {
            var made = outcomes.getOrDefault(need.id(), Map.of());
            var seen = made.get(settings.seenBy(need, setting));
            return seen != null || made.isEmpty()
                    ? seen == null ? StepOutcome.nothing() : seen
                    : made.values().iterator().next();
        }
    }
}
