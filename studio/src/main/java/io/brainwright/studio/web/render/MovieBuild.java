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
import java.util.Map;
import java.util.function.Consumer;
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
        return Math.round(guarded(
                () -> services.render().estimate(frameRequest(scene)).getAmount()));
    }

    /**
     * Blocks until the movie is whole.
     *
     * @param stop cancelled by whoever wants it stopped
     * @param told of each step of the frames
     */
    byte[] movie(ObjectNode scene, Context.CancellableContext stop, Consumer<Progress> told) {
        var frames = build(frameRequest(scene), stop, told);
        var movie = build(
                RenderRequest.newBuilder()
                        .setEncoding(Encoding.newBuilder()
                                .setFrames(frames)
                                .setFps(scene.path("time").path("fps").asDouble(USUAL_FPS)))
                        .build(),
                stop,
                _ -> told.accept(
                        Progress.newBuilder().setDetail("writes the file").build()));
        var whole = new ByteArrayOutputStream();
        for (var part : datasets.read(new DatasetId(movie.getId()), "images").blobs("bytes")) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
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
