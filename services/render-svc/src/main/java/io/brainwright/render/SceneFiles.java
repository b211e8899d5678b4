package io.brainwright.render;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.film.BundledFfmpeg;
import io.brainwright.render.film.MovieFile;
import io.brainwright.render.film.MovieFormat;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.scenefile.SceneReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What the command line needs: scenes of files drawn here, and frames from anywhere written as a movie. */
public final class SceneFiles {
    private SceneFiles() {}

    /** Whether all sources of a scene are files, so that no service is needed. */
    public static boolean standsAlone(String scene) {
        return SceneReader.read(scene).sources().values().stream()
                .allMatch(s -> s.kind().equals("morphologies")
                        || s.uri() != null && s.uri().startsWith("file:"));
    }

    /** Opens a scene whose sources are files. */
    public static FileScene open(String scene, Path folder) {
        return new FileScene(SceneReader.read(scene), folder);
    }

    /** Gives a frame by its number. */
    @FunctionalInterface
    public interface Frames {
        BufferedImage frame(int number);
    }

    /**
     * Writes a movie. Frames are kept beside it as PNG files until it is whole; where ffmpeg fails they stay.
     *
     * @param sound a WAV file; null: silent
     * @param done told after each frame
     */
    public static void movie(
            String scene, int count, Frames frames, byte @Nullable [] sound, Path out, IntConsumer done) {
        movie(BundledFfmpeg.command(), SceneReader.read(scene), count, frames, sound, out, done);
    }

    static void movie(
            java.util.List<String> ffmpeg,
            Scene scene,
            int count,
            Frames frames,
            byte @Nullable [] sound,
            Path out,
            IntConsumer done) {
        var kept = out.resolveSibling(out.getFileName() + ".frames");
        try {
            Files.createDirectories(kept);
            var wav = sound == null ? null : Files.write(kept.resolve("sound.wav"), sound);
            var asked = scene.output().movie();
            boolean webm = out.toString().endsWith(".webm");
            var codec = webm && asked.codec().equals("h264") ? "vp9" : asked.codec();
            var format = new MovieFormat(
                    webm ? "webm" : "mp4",
                    codec,
                    asked.crf(),
                    scene.width_px(),
                    scene.height_px(),
                    scene.time().fps());
            try (var movie = MovieFile.open(ffmpeg, format, out, kept, wav)) {
                io.brainwright.neuro.problem.Problem broken = null;
                for (int i = 0; i < count; i++) {
                    var image = frames.frame(i);
                    ImageIO.write(
                            image,
                            "png",
                            kept.resolve(String.format(Locale.ROOT, "frame-%06d.png", i))
                                    .toFile());
                    broken = broken == null ? tried(movie, image) : broken;
                    done.accept(i + 1);
                }
                if (broken != null) {
                    throw broken;
                }
                movie.finish();
            }
            clear(kept);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What went wrong with a frame, so that the others are drawn and kept all the same; null: nothing. */
    private static io.brainwright.neuro.problem.@Nullable Problem tried(MovieFile movie, BufferedImage image) {
        try {
            movie.frame(image);
            return null;
        } catch (io.brainwright.neuro.problem.Problem broken) {
            return broken;
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * The program that encodes movies, as it names itself.
     *
     * @throws Problem UNAVAILABLE where there is none for this machine or it does not run
     */
    public static String movieProgram() {
        return BundledFfmpeg.version();
    }
}
