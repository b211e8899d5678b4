package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Variant;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.render.v1.Raster;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.Still;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs an approved plan, step by step, through the stages' contracts. */
public final class PlanRunner {
    private final Stages stages;
    private final Datasets datasets;

    public PlanRunner(Stages stages, Datasets datasets) {
        this.stages = stages;
        this.datasets = datasets;
    }

    /**
     * Runs a plan.
     *
     * @param plan the plan
     * @param approvalHash the hash that the scientist approved
     * @param study folder that takes pictures and the release
     * @param listener hears of progress
     * @throws Problem PRECONDITION where another plan was approved; whatever a stage refuses
     */
    public RunResult run(Plan plan, String approvalHash, Path study, RunListener listener) {
        if (!plan.hash().equals(approvalHash)) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PLAN_NOT_APPROVED",
                    "This plan (%s) is not the one that was approved (%s).".formatted(plan.hash(), approvalHash),
                    "Read the plan again and approve it.",
                    Map.of("plan", plan.hash(), "approved", approvalHash));
        }
        return new OneRun(plan, study, new Calls(listener)).run();
    }

    private final class OneRun {
        private final Plan plan;
        private final Path study;
        private final Calls calls;
        private final Map<String, String> made = new LinkedHashMap<>();
        private final List<RunResult.Picture> pictures = new ArrayList<>();
        private List<String> files = List.of();

        OneRun(Plan plan, Path study, Calls calls) {
            this.plan = plan;
            this.study = study;
            this.calls = calls;
        }

        RunResult run() {
            var cells = place();
            var morphologies = grow(cells);
            var synapses = wire(cells, morphologies);
            DatasetRef run = null;
            DatasetRef control = null;
            CompareResponse comparison = null;
            if (has("sim.run")) {
                var variants = plan.variants().isEmpty() ? List.of(new Variant("run", Map.of())) : plan.variants();
                run = simulate(variants.getFirst(), cells, morphologies, synapses);
                control = variants.size() > 1 ? simulate(variants.get(1), cells, morphologies, synapses) : null;
                comparison = compare(run, control == null ? run : control, cells);
            }
            draw(cells, morphologies, run, control);
            release(cells, morphologies, synapses, run);
            var findings =
                    comparison == null ? List.<String>of() : Findings.of(comparison, control != null, onset_ms());
            return new RunResult(plan, made, pictures, files, comparison, findings);
        }

        private DatasetRef place() {
            var request = AtlasRequest.newBuilder()
                    .setRegion(StepRequests.params(plan, "atlas.region")
                            .path("region")
                            .asString())
                    .build();
            var atlas =
                    keep("region", calls.build("region", () -> stages.atlas().build(request)));
            var cells = StepRequests.placement(plan).toBuilder().setAtlas(atlas).build();
            return keep("cells", calls.build("cells", () -> stages.placement().build(cells)));
        }

        private DatasetRef grow(DatasetRef cells) {
            var request = SynthesisRequest.newBuilder()
                    .setCells(cells)
                    .setSeed(StepRequests.params(plan, "synthesis.dendrites")
                            .path("seed")
                            .asLong(0))
                    .setWithoutAxons(!has("synthesis.axons"))
                    .build();
            return keep(
                    "morphologies",
                    calls.build("dendrites and axons", () -> stages.synthesis().build(request)));
        }

        private DatasetRef wire(DatasetRef cells, DatasetRef morphologies) {
            var reach = StepRequests.params(plan, "connectome.local").path("touch_distance_um");
            var request = ConnectomeRequest.newBuilder()
                    .setCells(cells)
                    .setMorphologies(morphologies)
                    .setTouchDistanceExcUm(reach.path("excitatory").asDouble())
                    .setTouchDistanceInhUm(reach.path("inhibitory").asDouble())
                    .setSeed(StepRequests.params(plan, "placement.cells")
                            .path("seed")
                            .asLong(0))
                    .build();
            return keep(
                    "synapses", calls.build("connect", () -> stages.connectome().build(request)));
        }

        private DatasetRef simulate(Variant variant, DatasetRef cells, DatasetRef morphologies, DatasetRef synapses) {
            var request = StepRequests.simulation(plan, variant).toBuilder()
                    .setCells(cells)
                    .setMorphologies(morphologies)
                    .setSynapses(synapses)
                    .build();
            var step = "simulate (" + variant.name() + ")";
            return keep(variant.name(), calls.build(step, () -> stages.sim().build(request)));
        }

        private CompareResponse compare(DatasetRef run, DatasetRef control, DatasetRef cells) {
            var request = CompareRequest.newBuilder()
                    .setRun(run)
                    .setControl(control)
                    .setCells(cells)
                    .setOnsetMs(onset_ms());
            StepRequests.params(plan, "sim.run")
                    .path("stimuli")
                    .forEach(s -> request.addStimulated(StepRequests.target(s.path("target"))));
            return calls.ask(() -> stages.sim().compare(request.build()));
        }

        private double onset_ms() {
            return StepRequests.params(plan, "sim.run")
                    .path("stimuli")
                    .path(0)
                    .path("time_ms")
                    .asDouble(0);
        }

        private void draw(
                DatasetRef cells, DatasetRef morphologies, @Nullable DatasetRef run, @Nullable DatasetRef control) {
            var common = RenderRequest.newBuilder().setCells(cells).setMorphologies(morphologies);
            if (run != null) {
                common.setSimulation(run);
            }
            if (has("render.plot")) {
                var raster = Raster.newBuilder();
                StepRequests.params(plan, "sim.run")
                        .path("stimuli")
                        .forEach(s -> raster.addMarkMs(s.path("time_ms").asDouble()));
                if (control != null) {
                    raster.setControl(control);
                }
                picture(
                        "plot",
                        "Spikes over time, cells by depth",
                        common.clone().setRaster(raster).build());
            }
            if (has("render.image")) {
                var colour = StepRequests.params(plan, "render.image")
                        .path("colour_by")
                        .asString("layer");
                picture(
                        "image",
                        "Cells coloured by " + colour,
                        common.clone()
                                .setStill(Still.newBuilder().setColourBy(colour))
                                .build());
            }
        }

        private void picture(String step, String title, RenderRequest request) {
            var dataset = keep(step, calls.build(step, () -> stages.render().build(request)));
            var images = datasets.read(new DatasetId(dataset.getId()), "images");
            for (int i = 0; i < images.rowCount(); i++) {
                var name = images.texts("name")[i].endsWith(".png")
                        ? images.texts("name")[i]
                        : images.texts("name")[i] + ".png";
                write(study.resolve(name), images.blobs("bytes")[i]);
                pictures.add(new RunResult.Picture(name, title));
            }
        }

        private void release(DatasetRef cells, DatasetRef morphologies, DatasetRef synapses, @Nullable DatasetRef run) {
            if (!has("export.sonata")) {
                return;
            }
            var request = ReleaseRequest.newBuilder()
                    .setCells(cells)
                    .setMorphologies(morphologies)
                    .setSynapses(synapses)
                    .setDirectory(study.resolve("sonata").toAbsolutePath().toString());
            if (run != null) {
                request.setSimulation(run);
            }
            calls.ask(() -> {
                stages.library().release(request.build()).forEachRemaining(state -> {
                    if (state.hasProgress()) {
                        calls.tell("export", state.getProgress());
                    } else if (state.hasResult()) {
                        files = state.getResult().getFilesList();
                    }
                });
                return files;
            });
        }

        private boolean has(String action) {
            return !plan.steps(action).isEmpty();
        }

        private DatasetRef keep(String name, DatasetRef dataset) {
            made.put(name, dataset.getId());
            return dataset;
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
