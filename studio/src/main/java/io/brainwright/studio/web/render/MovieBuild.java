package io.brainwright.studio.web.render;

import io.brainwright.agents.run.Services;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.proto.render.v1.Encoding;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.SceneFrames;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A movie of a scene by the render service: frames in chunks, then the file; both are datasets, so nothing is drawn twice. */
@Component
class MovieBuild {
    private static final double USUAL_FPS = 30;

    private final Services services;
    private final Datasets datasets;

    MovieBuild(Services services, Datasets datasets) {
        this.services = services;
        this.datasets = datasets;
    }

    /** How many frames the movie has. */
    long frames(ObjectNode scene) {
        return Math.round(
                guarded(() -> services.render().estimate(frameRequest(scene)).getAmount()));
    }

    /**
     * Blocks until all frames are drawn; gives their dataset.
     *
     * @param stop cancelled by whoever wants it stopped
     * @param told of each step
     */
    String draw(ObjectNode scene, Context.CancellableContext stop, Consumer<Progress> told) {
        return build(frameRequest(scene), stop, told).getId();
    }

    /** Blocks until the file of these frames is whole. */
    byte[] encode(ObjectNode scene, String frames, Context.CancellableContext stop) {
        var movie = build(
                RenderRequest.newBuilder()
                        .setEncoding(Encoding.newBuilder()
                                .setFrames(DatasetRef.newBuilder().setId(frames))
                                .setFps(scene.path("time").path("fps").asDouble(USUAL_FPS)))
                        .build(),
                stop,
                _ -> {});
        var whole = new ByteArrayOutputStream();
        for (var part : datasets.read(new DatasetId(movie.getId()), "images").blobs("bytes")) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** Writes the frames, and the sound where there is one, as a ZIP file. */
    void zip(String frames, OutputStream out) throws IOException {
        var id = new DatasetId(frames);
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // PNG files are compressed already
            for (int chunk = 0; chunk < datasets.manifest(id).chunks().size(); chunk++) {
                var rows = datasets.read(id, "images", chunk);
                for (int i = 0; i < rows.rowCount(); i++) {
                    zip.putNextEntry(new ZipEntry(rows.texts("name")[i]));
                    zip.write(rows.blobs("bytes")[i]);
                    zip.closeEntry();
                }
            }
        }
    }

    private DatasetRef build(RenderRequest request, Context.CancellableContext stop, Consumer<Progress> told) {
        var before = stop.attach();
        try {
            return guarded(() -> {
                var replies = services.render().build(request);
                while (replies.hasNext()) {
                    var reply = replies.next();
                    if (reply.hasResult()) {
                        return reply.getResult().getDataset();
                    }
                    told.accept(reply.getProgress());
                }
                throw new Problem(
                        Kind.INTERNAL,
                        "BUILD_WITHOUT_RESULT",
                        "The renderer ended without a dataset.",
                        "See the log.",
                        Map.of());
            });
        } finally {
            stop.detach(before);
        }
    }

    private static RenderRequest frameRequest(ObjectNode scene) {
        return RenderRequest.newBuilder()
                .setScene(SceneFrames.newBuilder().setScene(scene.toString()))
                .build();
    }

    private static <T> T guarded(java.util.function.Supplier<T> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }
}
