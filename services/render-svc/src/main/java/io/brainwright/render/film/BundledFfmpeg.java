package io.brainwright.render.film;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/**
 * The ffmpeg that comes with the LGPL jar of bytedeco, unpacked once into the user's cache; or the one that the system property {@code
 * brainwright.ffmpeg} names.
 */
public final class BundledFfmpeg {
    private BundledFfmpeg() {}

    /** The command, one word. */
    public static List<String> command() {
        var own = System.getProperty("brainwright.ffmpeg", "");
        if (!own.isEmpty()) {
            return List.of(own);
        }
        try {
            return List.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        } catch (UnsatisfiedLinkError | RuntimeException absent) {
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "NO_FFMPEG",
                    "There is no ffmpeg for this machine (%s): %s."
                            .formatted(Loader.getPlatform(), absent.getMessage()),
                    "Write PNG frames instead, or build with -Dffmpeg.platform=" + Loader.getPlatform() + ".",
                    Map.of("platform", Loader.getPlatform()),
                    List.of(),
                    absent);
        }
    }

    /**
     * A process that is yet to start. The bundled program finds its own codecs, but not the video-acceleration libraries that lie
     * beside them.
     *
     * @param words the command and its arguments
     */
    public static ProcessBuilder process(List<String> words) {
        var builder = new ProcessBuilder(words);
        var home = Path.of(words.getFirst()).getParent();
        if (home != null) {
            builder.environment().merge("LD_LIBRARY_PATH", home.toString(), (old, here) -> here + ":" + old);
        }
        return builder;
    }

    /**
     * What the program says of itself, in a line.
     *
     * @throws Problem UNAVAILABLE where there is none or it does not run
     */
    public static String version() {
        var words = new ArrayList<>(command());
        words.add("-version");
        var said = "";
        try {
            var process = process(words).redirectErrorStream(true).start();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            if (process.waitFor() == 0) {
                return said;
            }
        } catch (IOException broken) {
            said = String.valueOf(broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            said = "it was stopped";
        }
        throw new Problem(
                Kind.UNAVAILABLE,
                "FFMPEG_DOES_NOT_RUN",
                "ffmpeg does not run: %s.".formatted(said),
                "Write PNG frames instead.",
                Map.of("said", said));
    }
}
