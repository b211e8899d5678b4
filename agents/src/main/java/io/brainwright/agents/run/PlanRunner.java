package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.Variant;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.ReleaseProgress;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.library.v1.ReleaseResult;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs an approved plan, step by step. An interrupt of the calling thread cancels the step that runs; what was finished
 * stays in the catalogue.
 */
public final class PlanRunner {
    private static final String CONTROL = "sim control";

    private final Services services;
    private final Datasets datasets;

    public PlanRunner(Services services, Datasets datasets) {
        this.services = services;
        this.datasets = datasets;
    }

    /**
     * @param plan what is run
     * @param approvedHash hash of the plan that the scientist approved
     * @param folder where pictures and the release are written
     * @throws Problem PRECONDITION where another plan was approved, CANCELLED where the scientist stopped it
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
        try {
            Files.createDirectories(folder);
            return new Run(plan, folder, listener).all();
        } catch (StatusRuntimeException failed) {
            throw Thread.currentThread().isInterrupted() ? stopped(failed) : GrpcProblems.fromGrpc(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Problem stopped(StatusRuntimeException cause) {
        return new Problem(
                Kind.CANCELLED,
                "STOPPED",
                "The run was stopped.",
                "Ask again to go on: what was finished is kept.",
                Map.of(),
                List.of(),
                cause);
    }

    /** One run: what it has made so far. */
    private final class Run {
        private final Plan plan;
        private final Path folder;
        private final RunListener listener;
        private final StepRequests requests;
        private final List<Built> built = new ArrayList<>();
        private final List<Path> pictures = new ArrayList<>();
        private @Nullable DatasetRef simulation;
        private @Nullable DatasetRef control;
        private @Nullable CompareResponse comparison;
        private @Nullable ReleaseResult release;

        Run(Plan plan, Path folder, RunListener listener) {
            this.plan = plan;
            this.folder = folder;
            this.listener = listener;
            this.requests = new StepRequests(plan);
        }

        RunResult all() throws IOException {
            var atlas = build("atlas", () -> services.atlas().build(requests.atlas()));
            if (plan.steps("placement.cells").isEmpty()) {
                return result();
            }
            var cells = build("placement", () -> services.placement().build(requests.placement(atlas)));
            if (plan.steps("synthesis.dendrites").isEmpty()) {
                return result();
            }
            var shapes = build("synthesis", () -> services.synthesis().build(requests.synthesis(cells)));
            var synapses = plan.steps("connectome.local").isEmpty()
                    ? null
                    : build("connectome", () -> services.connectome().build(requests.connectome(cells, shapes)));
            var inputs = new StepRequests.Inputs(cells, shapes, synapses);
            for (var step : plan.steps("sim.run")) {
                simulate(step, inputs);
            }
            analyse(inputs);
            draw(inputs);
            if (!plan.steps("export.sonata").isEmpty()) {
                releaseSonata(inputs);
            }
            return result();
        }

        private RunResult result() {
            double onset = requests.onsets_ms().stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElse(0);
            return new RunResult(
                    built,
                    comparison,
                    onset,
                    pictures,
                    release == null ? null : Path.of(release.getCircuitConfig()),
                    release == null || release.getSimulationConfig().isEmpty()
                            ? null
                            : Path.of(release.getSimulationConfig()));
        }

        private void simulate(Step step, StepRequests.Inputs inputs) {
            var variants = plan.variants().isEmpty() ? List.of(new Variant("run", Map.of())) : plan.variants();
            for (var variant : variants) {
                var request = requests.simulation(params(step, variant), inputs);
                boolean isControl = simulation != null;
                var made =
                        build(isControl ? CONTROL : "sim", () -> services.sim().build(request));
                if (isControl) {
                    control = made;
                } else {
                    simulation = made;
                }
            }
        }

        /** The step's parameters with the variant's values in place: path "sim.run.stimuli" replaces "stimuli". */
        private ObjectNode params(Step step, Variant variant) {
            var params = step.params();
            variant.set().forEach((path, value) -> {
                if (path.startsWith(step.action() + ".")) {
                    params.set(path.substring(step.action().length() + 1), value);
                }
            });
            return params;
        }

        private void analyse(StepRequests.Inputs inputs) {
            if (simulation == null || control == null) {
                return;
            }
            comparison = services.sim()
                    .compare(CompareRequest.newBuilder()
                            .setRun(simulation)
                            .setControl(control)
                            .setCells(inputs.cells())
                            .setOnsetMs(requests.onsets_ms().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .min()
                                    .orElse(0))
                            .addAllStimulated(requests.targets())
                            .build());
        }

        private void draw(StepRequests.Inputs inputs) throws IOException {
            for (var step : plan.steps("render.plot")) {
                var raster = RenderRequest.newBuilder().setCells(inputs.cells());
                raster.getRasterBuilder().setTitle(title(step)).addAllMarkMs(requests.onsets_ms());
                if (control != null) {
                    raster.getRasterBuilder().setControl(control);
                }
                picture(raster, "raster.png");
            }
            for (var step : plan.steps("render.image")) {
                picture(requests.still(step, inputs), "column.png");
            }
        }

        private void picture(RenderRequest.Builder request, String file) throws IOException {
            if (simulation != null) {
                request.setSimulation(simulation);
            }
            var made = build(
                    file.replace(".png", " picture"), () -> services.render().build(request.build()));
            var images = datasets.read(new DatasetId(made.getId()), "images");
            var path = folder.resolve(file);
            Files.write(path, images.blobs("bytes")[0]);
            pictures.add(path);
            listener.wrote("render", path.toString());
        }

        private String title(Step step) {
            return step.params().path("titles").asBoolean(true)
                    ? plan.hypothesis().text()
                    : "";
        }

        private void releaseSonata(StepRequests.Inputs inputs) {
            var target = folder.resolve(
                    simulation == null
                            ? "sonata"
                            : "sonata-" + simulation.getId().substring(0, 12));
            var circuit = target.resolve("circuit_config.json");
            if (Files.exists(circuit)) {
                var simulationConfig = target.resolve("simulation_config.json");
                release = ReleaseResult.newBuilder()
                        .setCircuitConfig(circuit.toString())
                        .setSimulationConfig(Files.exists(simulationConfig) ? simulationConfig.toString() : "")
                        .build();
                listener.wrote("release", circuit + " (written before)");
                return;
            }
            var request = ReleaseRequest.newBuilder()
                    .setCells(inputs.cells())
                    .setMorphologies(inputs.morphologies())
                    .setDirectory(target.toString());
            if (inputs.synapses() != null) {
                request.setSynapses(inputs.synapses());
            }
            if (simulation != null) {
                request.setSimulation(simulation);
            }
            Iterator<ReleaseProgress> replies = services.library().release(request.build());
            while (replies.hasNext()) {
                var reply = replies.next();
                if (reply.hasResult()) {
                    release = reply.getResult();
                } else {
                    listener.progress("release", reply.getProgress());
                }
            }
            listener.wrote("release", circuit.toString());
        }

        private DatasetRef build(String stage, Supplier<Iterator<BuildProgress>> call) {
            var replies = call.get();
            while (replies.hasNext()) {
                var reply = replies.next();
                if (reply.hasProgress()) {
                    listener.progress(stage, reply.getProgress());
                    continue;
                }
                var r = reply.getResult();
                var made = new Built(
                        stage,
                        r.getDataset().getId(),
                        r.getFromCatalogue(),
                        r.getRows(),
                        r.getBytes(),
                        r.getFromCatalogue() ? 0 : r.getSeconds());
                built.add(made);
                listener.done(stage, made);
                return r.getDataset();
            }
            throw new Problem(
                    Kind.INTERNAL,
                    "BUILD_WITHOUT_RESULT",
                    "The %s service ended its answer without a dataset.".formatted(stage),
                    "See the log.",
                    Map.of("stage", stage));
        }
    }
}
