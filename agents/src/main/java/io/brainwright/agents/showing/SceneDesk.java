package io.brainwright.agents.showing;

import io.brainwright.agents.plan.JsonDiff;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.run.CircuitRecord;
import io.brainwright.agents.run.Services;
import io.brainwright.agents.scene.SceneDraft;
import io.brainwright.agents.scene.SceneTitle;
import io.brainwright.agents.scene.SceneWords;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.render.v1.LookRequest;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the graphics engineer works: the scene of the workspace ({@code scenes/current.json}), its edits by words or by JSON Patch, the look
 * at the result, and the way back.
 */
public final class SceneDesk {
    private static final double DEFAULT_RUN_MS = 100;

    private final Services services;
    private final Datasets datasets;
    private final Path workspace;
    private final ScenePast past;

    public SceneDesk(Services services, Datasets datasets, Path workspace) {
        this.services = services;
        this.datasets = datasets;
        this.workspace = workspace;
        this.past = new ScenePast(workspace.resolve("scenes"));
    }

    /** The scene that a workspace begins with: its last circuit, and the first run on it. */
    public Optional<ObjectNode> first() {
        return CircuitRecord.read(workspace)
                .filter(r ->
                        r.datasets().containsKey("placement") && r.datasets().containsKey("synthesis"))
                .map(SceneDesk::draft);
    }

    /** The scene as it stands: the edited one, unless something newer was built; empty where there is nothing to draw. */
    public synchronized Optional<ObjectNode> current() {
        var begin = first();
        var kept = past.scene();
        return kept.filter(k -> begin.isEmpty()
                        || k.path("sources").equals(begin.get().path("sources"))
                        || past.based(begin.get()))
                .or(() -> begin);
    }

    /** How much of words is about the scene of this workspace. */
    public SceneWords.Fit fit(String words) {
        return current().map(scene -> SceneWords.fit(scene, words)).orElse(SceneWords.Fit.NONE);
    }

    /** Edits the workspace's scene. */
    public synchronized SceneEdit edit(String words) {
        return kept(edit(present(), words));
    }

    /** Edits the workspace's scene by a JSON Patch; the renderer says where it breaks the schema. */
    public synchronized SceneEdit patch(ArrayNode patch) {
        var before = present();
        var after = patched(before, patch);
        return kept(new SceneEdit("by JSON Patch", after, patch, SceneEdit.diff(before, patch), look(after, null), ""));
    }

    /** Edits any scene; keeps nothing. */
    public SceneEdit edit(ObjectNode scene, String words) {
        var patch = SceneWords.patch(scene, words, new SpikeClimb(datasets, scene)::window_ms);
        var after = patched(scene, patch);
        return new SceneEdit(words, after, patch, SceneEdit.diff(scene, patch), look(after, null), "");
    }

    /** Takes the last edit back. */
    public synchronized SceneEdit undo() {
        var now = present();
        var before = past.pop()
                .orElseThrow(() -> new Problem(
                        Kind.PRECONDITION,
                        "NOTHING_TO_UNDO",
                        "No edit of the scene can be taken back.",
                        "Say what is to be different.",
                        Map.of()));
        past.write(before);
        var patch = JsonDiff.between(now, before);
        return told(new SceneEdit("undo", before, patch, SceneEdit.diff(now, patch), look(before, null), ""));
    }

    /** Whether an edit can be taken back. */
    public synchronized boolean canUndo() {
        return past.any();
    }

    /**
     * How a scene looks.
     *
     * @param share of its movie; null: when most cells fire
     */
    public SceneLook look(ObjectNode scene, @Nullable Double share) {
        var request = LookRequest.newBuilder().setScene(scene.toString());
        if (share != null) {
            request.setShare(share);
        }
        try {
            return SceneLook.of(services.render().look(request.build()));
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }

    private ObjectNode present() {
        return current()
                .orElseThrow(() -> new Problem(
                        Kind.PRECONDITION,
                        "NO_SCENE",
                        "There is no scene to change: nothing was built in this workspace yet.",
                        "Run a plan that grows cells.",
                        Map.of(),
                        List.of(),
                        null));
    }

    private SceneEdit kept(SceneEdit edit) {
        var now = present();
        past.scene().filter(old -> !old.equals(now)).ifPresent(past::push);
        past.push(now);
        past.write(edit.scene());
        first().ifPresent(past::base);
        return told(edit);
    }

    /** The same with the thumbnail as a file beside the scene. */
    private SceneEdit told(SceneEdit edit) {
        var look = edit.look();
        var note = look == null
                ? edit.note()
                : "Thumbnail: %s. The scene: scenes/current.json; \"undo\" takes the edit back."
                        .formatted(past.picture(look.png()));
        return new SceneEdit(edit.words(), edit.scene(), edit.patch(), edit.diff(), look, note);
    }

    private static ObjectNode patched(ObjectNode scene, ArrayNode patch) {
        var after = scene.deepCopy();
        patch.forEach(op -> PlanPatch.change(after, op));
        return after;
    }

    private static ObjectNode draft(CircuitRecord record) {
        var run = record.runs().isEmpty() ? null : record.runs().getFirst();
        var datasets = record.datasets();
        return SceneDraft.of(
                        SceneTitle.of(
                                record.params("atlas.region"),
                                record.params("placement.cells"),
                                run == null ? null : run.params(),
                                record.name()),
                        run == null ? String.valueOf(datasets.get("placement")) : run.cells(),
                        run == null ? String.valueOf(datasets.get("synthesis")) : run.morphologies(),
                        run == null ? datasets.get("connectome") : run.synapses(),
                        run == null ? null : run.simulation(),
                        run == null ? 0 : run.params().path("duration_ms").asDouble(DEFAULT_RUN_MS))
                .sound()
                .json();
    }
}
