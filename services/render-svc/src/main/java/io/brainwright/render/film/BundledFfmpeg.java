package io.brainwright.render.film;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
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
}
