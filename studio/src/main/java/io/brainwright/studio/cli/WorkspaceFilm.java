package io.brainwright.studio.cli;

import io.brainwright.agents.run.Services;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.SceneFrames;
import io.brainwright.studio.Platform;
import io.grpc.StatusRuntimeException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Frames of a scene of datasets, drawn by the workspace's services and kept as a dataset. */
final class WorkspaceFilm {
    private final Platform platform;
    private final String scene;
    private final ProgressBar bar;

    private WorkspaceFilm(Platform platform, String scene, ProgressBar bar) {
        this.platform = platform;
        this.scene = scene;
        this.bar = bar;
    }

    static WorkspaceFilm of(Platform platform, String scene, ProgressBar bar) {
        return new WorkspaceFilm(platform, scene, bar);
    }

    /** How many frames the whole movie has. */
    int frames() {
        try {
            return (int) platform.part(Services.class)
                    .render()
                    .estimate(request(0, 0))
                    .getAmount();
        } catch (StatusRuntimeException failed) {
            throw GrpcProblems.fromGrpc(failed);
        }
    }

    /** One frame. */
    BufferedImage one(int frame) {
        return new Whole(build(frame, frame + 1)).frame(frame);
    }

    /** All frames and the sound. */
    Whole whole() {
        return new Whole(build(0, 0));
    }

    private DatasetId build(int from, int to) {
        try {
            var replies = platform.part(Services.class).render().build(request(from, to));
            while (replies.hasNext()) {
                var reply = replies.next();
                if (!reply.hasProgress()) {
                    return new DatasetId(reply.getResult().getDataset().getId());
                }
                var p = reply.getProgress();
                bar.show("frames", p.getDetail(), p.getDone(), p.getTotal(), p.getPerSecond(), p.getUnit());
            }
        } catch (StatusRuntimeException failed) {
            throw GrpcProblems.fromGrpc(failed);
        }
        throw new Problem(
                Kind.INTERNAL, "BUILD_WITHOUT_RESULT", "The render service gave no dataset.", "See the log.", Map.of());
    }

    private RenderRequest request(int from, int to) {
        return RenderRequest.newBuilder()
                .setScene(SceneFrames.newBuilder()
                        .setScene(scene)
                        .setFirstFrame(from)
                        .setEndFrame(to))
                .build();
    }

    /** The files of a dataset of frames, read chunk by chunk. */
    final class Whole {
        private final DatasetId id;
        private final Map<String, Integer> chunkOf = new HashMap<>();

        Whole(DatasetId id) {
            this.id = id;
            var datasets = platform.part(Datasets.class);
            for (int chunk = 0; chunk < datasets.manifest(id).chunks().size(); chunk++) {
                for (var name : datasets.read(id, "images", chunk).texts("name")) {
                    chunkOf.put(name, chunk);
                }
            }
        }

        BufferedImage frame(int number) {
            var png = Objects.requireNonNull(file("frame-%06d.png".formatted(number)), "no frame " + number);
            try {
                return ImageIO.read(new ByteArrayInputStream(png));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        byte @Nullable [] sound() {
            return file("sound.wav");
        }

        private byte @Nullable [] file(String name) {
            var chunk = chunkOf.get(name);
            if (chunk == null) {
                return null;
            }
            var rows = platform.part(Datasets.class).read(id, "images", chunk);
            for (int i = 0; i < rows.rowCount(); i++) {
                if (rows.texts("name")[i].equals(name)) {
                    return rows.blobs("bytes")[i];
                }
            }
            return null;
        }
    }
}
