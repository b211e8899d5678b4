package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Onsets;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.agents.scene.SceneDraft;
import io.brainwright.agents.scene.SceneTitle;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.render.v1.Encoding;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.SceneFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Films the first run: writes its scene, has the frames drawn as chunks, and joins them to a movie. */
final class RenderMovie implements ActionExecutor {
    /** chosen: where nothing is said, a movie lasts this long. */
    private static final double LENGTH_S = 8;

    /** chosen: what is seen before the stimulus, where the slow-down leaves time for a part of the run only. */
    private static final double BEFORE_MS = 2;

    @Override
    public String action() {
        return "render.movie";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var scene = scene(context);
        try {
            var file = context.folder().resolve("scene.json");
            Files.writeString(file, scene.toPrettyString() + "\n");
            context.wrote(file.toString());
            var frames = context.build(
                    "movie frames",
                    () -> context.services()
                            .render()
                            .build(RenderRequest.newBuilder()
                                    .setScene(SceneFrames.newBuilder().setScene(scene.toString()))
                                    .build()));
            var movie = context.build("movie", () -> context.services().render().build(encoding(frames, scene)));
            var path = context.folder().resolve("movie.mp4");
            Files.write(path, bytes(context, movie));
            context.wrote(path.toString());
            return new StepOutcome(Map.of(), List.of(), List.of(), List.of(words(scene)), List.of(path, file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ObjectNode scene(StepContext context) {
        var params = context.params();
        var colour = params.path("colour_by").asString("v");
        var runs = context.runs();
        if (runs.isEmpty() && colour.equals("v") && params.has("colour_by")) {
            throw SimAnalyse.nothingSimulated(context);
        }
        SceneDraft draft;
        DatasetRef cells;
        if (runs.isEmpty()) {
            cells = context.require(DatasetKind.CELLS);
            draft = SceneDraft.of(
                    title(context, null),
                    cells.getId(),
                    context.require(DatasetKind.MORPHOLOGIES).getId(),
                    null,
                    null,
                    0);
            draft.time(
                    0,
                    params.path("duration_s").asDouble(LENGTH_S),
                    params.path("duration_s").asDouble(LENGTH_S));
            draft.colourBy(params.path("colour_by").asString("layer"));
        } else {
            var run = runs.getFirst();
            cells = run.cells();
            double end_ms = run.params().path("duration_ms").asDouble(0);
            draft = SceneDraft.of(
                    title(context, run.params()),
                    cells.getId(),
                    run.morphologies().getId(),
                    null,
                    run.simulation().getId(),
                    end_ms);
            span(draft, params, end_ms, Onsets.first_ms(run.params()));
            draft.colourBy(colour);
            if (params.path("sound").asBoolean(true)) {
                draft.sound();
            }
        }
        if (params.path("target").isObject() && !params.path("target").isEmpty()) {
            draft.cells(ChosenCells.ids(params.path("target"), context, cells));
        }
        if (params.path("resolution").size() == 2) {
            draft.size(
                    params.path("resolution").get(0).asInt(),
                    params.path("resolution").get(1).asInt());
        }
        if (params.path("camera").isObject()) {
            var camera = params.path("camera");
            draft.camera(
                    camera.path("path").asString("orbit"), camera.path("turns").asDouble(1));
        }
        return draft.json();
    }

    private static String title(StepContext context, @Nullable JsonNode simulation) {
        return SceneTitle.of(
                context.upstream("atlas.region"),
                context.upstream("placement.cells"),
                simulation,
                context.plan().request());
    }

    /** The whole run in the length asked for; where length and slow-down are both said, a part of it from the first stimulus on. */
    private static void span(SceneDraft draft, JsonNode params, double end_ms, double onset_ms) {
        if (!(end_ms > 0)) {
            throw Problem.invalid(
                    "A run without duration cannot be filmed.",
                    List.of(new FieldFault("sim.run.duration_ms", "must be greater than 0.")));
        }
        double slowdown = params.path("slowdown").asDouble(Double.NaN);
        double length_s = params.path("duration_s").asDouble(Double.NaN);
        if (Double.isNaN(slowdown)) {
            draft.time(0, end_ms, Double.isNaN(length_s) ? LENGTH_S : length_s);
        } else if (Double.isNaN(length_s)) {
            draft.time(0, end_ms, end_ms * slowdown / 1000);
        } else {
            double shown_ms = Math.min(end_ms, length_s * 1000 / slowdown);
            double from_ms = Math.clamp(onset_ms - BEFORE_MS, 0, end_ms - shown_ms);
            draft.time(from_ms, from_ms + shown_ms, shown_ms * slowdown / 1000);
        }
    }

    private static RenderRequest encoding(DatasetRef frames, JsonNode scene) {
        return RenderRequest.newBuilder()
                .setEncoding(Encoding.newBuilder()
                        .setFrames(frames)
                        .setFps(scene.path("time").path("fps").asDouble()))
                .build();
    }

    private static byte[] bytes(StepContext context, DatasetRef movie) throws IOException {
        var parts = context.datasets().read(new DatasetId(movie.getId()), "images");
        var whole = new ByteArrayOutputStream();
        for (var part : parts.blobs("bytes")) {
            whole.write(part);
        }
        return whole.toByteArray();
    }

    private static String words(JsonNode scene) {
        var sim = scene.path("time").path("sim");
        return "A movie of %s to %s, %.0f times slower than it was: movie.mp4. Its scene is scene.json; 'brainwright render' draws it again."
                .formatted(
                        sim.get(0).asString(),
                        sim.get(1).asString(),
                        scene.path("time").path("slowdown").asDouble());
    }
}
