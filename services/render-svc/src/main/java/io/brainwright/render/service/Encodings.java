package io.brainwright.render.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.render.v1.Encoding;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.render.film.BundledFfmpeg;
import io.brainwright.render.film.MovieFile;
import io.brainwright.render.film.MovieFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Frames of a dataset as a movie. Where ffmpeg fails, the frames are still in their dataset. */
final class Encodings {
    private static final int PART_BYTES = 512 * 1024;

    private Encodings() {}

    static RenderRequest complete(RenderRequest request) {
        var e = request.getEncoding().toBuilder();
        if (e.getContainer().isEmpty()) {
            e.setContainer("mp4");
        }
        if (e.getCodec().isEmpty()) {
            e.setCodec(e.getContainer().equals("webm") ? "vp9" : "h264");
        }
        if (!e.hasCrf()) {
            e.setCrf(20);
        }
        var faults = new ArrayList<FieldFault>();
        if (!e.hasFrames()) {
            faults.add(new FieldFault("encoding.frames", "is missing; name the dataset of the frames."));
        }
        if (!(e.getFps() > 0 && e.getFps() <= 240)) {
            faults.add(new FieldFault("encoding.fps", "is %s; it must be above 0, at most 240.".formatted(e.getFps())));
        }
        if (!Set.of("mp4", "webm").contains(e.getContainer())) {
            faults.add(new FieldFault("encoding.container", "is '%s'; mp4 or webm.".formatted(e.getContainer())));
        }
        if (!Set.of("h264", "vp9", "av1").contains(e.getCodec())
                || e.getContainer().equals("webm") && e.getCodec().equals("h264")) {
            faults.add(
                    new FieldFault("encoding.codec", "is '%s'; h264 (mp4 only), vp9 or av1.".formatted(e.getCodec())));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This movie cannot be encoded as asked.", faults);
        }
        return request.toBuilder().setEncoding(e).build();
    }

    static void make(RenderRequest request, Datasets inputs, ChunkSink out) {
        try {
            var folder = Files.createTempDirectory("brainwright-movie");
            try {
                var movie = folder.resolve("movie." + request.getEncoding().getContainer());
                int[] size = encode(request.getEncoding(), inputs, folder, movie);
                parts(Files.readAllBytes(movie), request.getEncoding(), size, out);
            } finally {
                for (var name : new String[] {"movie.mp4", "movie.webm", "sound.wav", ""}) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            out.progress(1, "movie");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int[] encode(Encoding e, Datasets inputs, Path folder, Path movie) throws IOException {
        var id = RenderStage.id(e.getFrames());
        var sound = sound(e, inputs, folder);
        int[] size = new int[2];
        @Nullable MovieFile file = null;
        try {
            for (int chunk = 0; chunk < inputs.manifest(id).chunks().size(); chunk++) {
                var rows = inputs.read(id, RenderStage.IMAGES.name(), chunk);
                for (int i = 0; i < rows.rowCount(); i++) {
                    if (!rows.texts("media_type")[i].equals("image/png")) {
                        continue;
                    }
                    var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(rows.blobs("bytes")[i])));
                    if (file == null) {
                        size = new int[] {image.getWidth(), image.getHeight()};
                        var format = new MovieFormat(
                                e.getContainer(), e.getCodec(), e.getCrf(), size[0], size[1], e.getFps());
                        file = MovieFile.open(
                                BundledFfmpeg.command(), format, movie, Path.of("dataset " + id.brief()), sound);
                    }
                    file.frame(image);
                }
            }
            if (file == null) {
                throw Problem.invalid(
                        "There is nothing to encode.",
                        java.util.List.of(new FieldFault("encoding.frames", "holds no frame.")));
            }
            file.finish();
        } finally {
            if (file != null) {
                file.close();
            }
        }
        return size;
    }

    private static @Nullable Path sound(Encoding e, Datasets inputs, Path folder) throws IOException {
        var id = RenderStage.id(e.getFrames());
        int last = inputs.manifest(id).chunks().size() - 1;
        var rows = inputs.read(id, RenderStage.IMAGES.name(), last);
        for (int i = 0; i < rows.rowCount(); i++) {
            if (rows.texts("name")[i].equals("sound.wav")) {
                return Files.write(folder.resolve("sound.wav"), rows.blobs("bytes")[i]);
            }
        }
        return null;
    }

    private static void parts(byte[] movie, Encoding e, int[] size, ChunkSink out) {
        for (int from = 0; from < movie.length; from += PART_BYTES) {
            out.write(Batch.of(
                    RenderStage.IMAGES,
                    new String[] {"movie." + e.getContainer()},
                    new String[] {"video/" + e.getContainer()},
                    new int[] {size[0]},
                    new int[] {size[1]},
                    new byte[][] {Arrays.copyOfRange(movie, from, Math.min(movie.length, from + PART_BYTES))}));
        }
    }
}
