package io.brainwright.render.film;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A movie while it is being written. Frames go raw (BGR, 24 bit) to ffmpeg's standard input.
 *
 * <p>Where ffmpeg fails, {@link #frame} and {@link #finish} say why and where the frames are; it is the caller who keeps them.
 */
public final class MovieFile implements AutoCloseable {
    private static final int PATIENCE_S = 120;
    private static final int LAST_WORDS = 600;

    private final Process process;
    private final OutputStream pixels;
    private final Path words;
    private final Path movie;
    private final Path frames;
    private byte[] bgr = new byte[0];
    private boolean finished;

    private MovieFile(Process process, Path words, Path movie, Path frames) {
        this.process = process;
        this.pixels = process.getOutputStream();
        this.words = words;
        this.movie = movie;
        this.frames = frames;
    }

    /**
     * Starts ffmpeg.
     *
     * @param ffmpeg the program, with leading arguments if any
     * @param movie what is written
     * @param frames where the caller keeps the frames, for the message
     */
    public static MovieFile open(
            List<String> ffmpeg, MovieFormat format, Path movie, Path frames, @Nullable Path sound) {
        try {
            var words = Files.createTempFile("brainwright-ffmpeg", ".txt");
            var process = BundledFfmpeg.process(format.command(ffmpeg, movie, sound))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(words.toFile())
                    .start();
            return new MovieFile(process, words, movie, frames);
        } catch (IOException failed) {
            throw failed(movie, frames, String.valueOf(failed.getMessage()), failed);
        }
    }

    /** Adds a frame. */
    public void frame(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] rgb = image.getRGB(0, 0, w, h, null, 0, w);
        if (bgr.length != 3 * rgb.length) {
            bgr = new byte[3 * rgb.length];
        }
        for (int i = 0; i < rgb.length; i++) {
            bgr[3 * i] = (byte) rgb[i];
            bgr[3 * i + 1] = (byte) (rgb[i] >> 8);
            bgr[3 * i + 2] = (byte) (rgb[i] >> 16);
        }
        try {
            pixels.write(bgr);
        } catch (IOException broken) {
            throw failed(movie, frames, lastWords(), broken);
        }
    }

    /** Waits until the file is whole. */
    public void finish() {
        try {
            pixels.close();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                throw failed(movie, frames, "it did not end within %d s".formatted(PATIENCE_S), null);
            }
        } catch (IOException broken) {
            throw failed(movie, frames, lastWords(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem(Kind.CANCELLED, "STOPPED", "The movie was stopped.", "", Map.of());
        }
        if (process.exitValue() != 0) {
            throw failed(movie, frames, lastWords(), null);
        }
        finished = true;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!finished) {
                Files.deleteIfExists(movie);
            }
            Files.deleteIfExists(words);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String lastWords() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
            var all = Files.readString(words, StandardCharsets.UTF_8).strip();
            return all.isEmpty()
                    ? "it ended without a word"
                    : all.substring(Math.max(0, all.length() - LAST_WORDS)).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            return "its words cannot be read: " + unreadable.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "it was stopped";
        }
    }

    private static Problem failed(Path movie, Path frames, String why, @Nullable Throwable cause) {
        return new Problem(
                Kind.UNAVAILABLE,
                "MOVIE_NOT_ENCODED",
                "ffmpeg could not write %s: %s.".formatted(movie, why),
                "The frames are kept in %s; they can be encoded by hand.".formatted(frames),
                Map.of("movie", movie.toString(), "frames", frames.toString(), "why", why),
                List.of(),
                cause);
    }
}
