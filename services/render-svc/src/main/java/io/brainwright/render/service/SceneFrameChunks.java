package io.brainwright.render.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.render.v1.LookRequest;
import io.brainwright.proto.render.v1.LookResponse;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.SceneFrames;
import io.brainwright.render.model.movie.BusiestMoment;
import io.brainwright.render.model.movie.SceneFilm;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.scenefile.SceneReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Frames of a scene as chunks of eight; the sound, where the whole movie is asked for, is the last chunk. */
final class SceneFrameChunks {
    /** A constant of the algorithm: another number gives another dataset. */
    private static final int FRAMES = 8;

    private static final double SECONDS_PER_FRAME = 0.3;
    private static final double SECONDS_PER_PIXEL = 1.2e-6;
    private static final long BYTES_PER_PIXEL = 160;
    private static final String SOUND = "sound";
    private static final int LOOK_WIDTH_PX = 640;
    private static final int LOOK_HEIGHT_PX = 360;

    private SceneFrameChunks() {}

    static List<ChunkSpec> chunks(SceneFrames request, Datasets inputs) {
        var scene = SceneReader.read(request.getScene());
        int count = SceneFilm.frameCount(scene, DatasetSources.end_ms(scene, inputs));
        boolean whole = request.getEndFrame() == 0;
        int end = whole ? count : Math.min(count, request.getEndFrame());
        var chunks = new ArrayList<ChunkSpec>();
        for (int from = request.getFirstFrame(); from < end; from += FRAMES) {
            int to = Math.min(end, from + FRAMES);
            chunks.add(new ChunkSpec(chunks.size(), "frames %d..%d".formatted(from, to - 1), from, to, to - from));
        }
        if (whole && scene.audio() != null) {
            chunks.add(new ChunkSpec(chunks.size(), SOUND, 0, 0, 1));
        }
        return chunks;
    }

    static void make(SceneFrames request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var scene = SceneReader.read(request.getScene());
        double end_ms = DatasetSources.end_ms(scene, inputs);
        var data = KeptSources.read(scene, inputs);
        if (chunk.label().equals(SOUND)) {
            var sound = SceneSound.of(scene, data, end_ms);
            write(out, "sound.wav", "audio/wav", scene, sound.wav());
            write(out, "sound.json", "application/json", scene, sound.json());
            out.progress(1, SOUND);
            return;
        }
        int[] frames = SceneFilm.all((int) chunk.end());
        frames = java.util.Arrays.copyOfRange(frames, (int) chunk.first(), frames.length);
        var film = new SceneFilm(scene, data, end_ms, frames);
        int count = SceneFilm.frameCount(scene, end_ms);
        for (int frame : frames) {
            write(out, name(frame), "image/png", scene, RenderStage.png(film.frame(frame, count)));
            out.progress(frame - chunk.first() + 1, "frame " + frame);
        }
    }

    /** What frames cost: a guess, not yet measured frame by frame. */
    static Estimate estimate(RenderRequest request, Datasets inputs, String unit) {
        var frames = request.getScene();
        var scene = SceneReader.read(frames.getScene());
        int count = SceneFilm.frameCount(scene, DatasetSources.end_ms(scene, inputs));
        int end = frames.getEndFrame() == 0 ? count : Math.min(count, frames.getEndFrame());
        long pixels = (long) scene.width_px() * scene.height_px();
        long amount = Math.max(0, end - frames.getFirstFrame());
        return Estimate.newBuilder()
                .setSeconds(amount * (SECONDS_PER_FRAME + pixels * SECONDS_PER_PIXEL))
                .setMemoryBytes(pixels * BYTES_PER_PIXEL)
                .setDiskBytes(amount * pixels)
                .setAmount(amount)
                .setUnit(unit)
                .build();
    }

    static String name(int frame) {
        return String.format(Locale.ROOT, "frame-%06d.png", frame);
    }

    static LookResponse look(LookRequest request, Datasets datasets) {
        var scene = SceneReader.read(small(request.getScene()));
        DatasetSources.ids(scene);
        double end_ms = DatasetSources.end_ms(scene, datasets);
        int count = SceneFilm.frameCount(scene, end_ms);
        var data = KeptSources.read(scene, datasets);
        int frame = request.hasShare()
                ? (int) Math.clamp(Math.rint(request.getShare() * (count - 1)), 0, count - 1)
                : BusiestMoment.frame(scene, data, end_ms, count);
        var film = new SceneFilm(scene, data, end_ms, new int[] {frame});
        var seen = film.look(frame, count);
        return LookResponse.newBuilder()
                .setPng(com.google.protobuf.ByteString.copyFrom(RenderStage.png(seen.image())))
                .putAllPixelsByLayer(seen.pixels_by_layer())
                .putAllPixelsByCell(seen.pixels_by_cell())
                .setCellsSeen(seen.cells_seen())
                .setBackground(seen.background())
                .setLuminance(seen.luminance())
                .setBrightest(seen.brightest())
                .setTimeMs(film.moment_ms(frame))
                .setFrames(count)
                .build();
    }

    /** The scene at the size of a thumbnail, shape kept. */
    private static String small(String text) {
        var tree = SceneReader.tree(text);
        var scene = SceneReader.read(tree);
        double by = Math.min(
                1, Math.min((double) LOOK_WIDTH_PX / scene.width_px(), (double) LOOK_HEIGHT_PX / scene.height_px()));
        var small = (ObjectNode) tree.deepCopy();
        small.putArray("size")
                .add(Math.max(16, (int) Math.rint(scene.width_px() * by)))
                .add(Math.max(16, (int) Math.rint(scene.height_px() * by)));
        return small.toString();
    }

    private static void write(ChunkSink out, String name, String type, Scene scene, byte[] bytes) {
        out.write(Batch.of(
                RenderStage.IMAGES,
                new String[] {name},
                new String[] {type},
                new int[] {scene.width_px()},
                new int[] {scene.height_px()},
                new byte[][] {bytes}));
    }
}
