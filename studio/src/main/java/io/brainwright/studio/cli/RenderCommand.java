package io.brainwright.studio.cli;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.SceneFiles;
import io.brainwright.render.SceneMoments;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A scene as a picture, a movie or a sound. */
@Command(
        name = "render",
        description = {
            "Draw a scene file: a picture (.png), a movie (.mp4, .webm) or its sound (.wav).",
            "A scene of files needs no services; one of datasets is drawn by the workspace's."
        },
        mixinStandardHelpOptions = true)
@Acts
final class RenderCommand implements Runnable {
    private static final List<String> ENDINGS = List.of("png", "mp4", "webm", "wav");

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "SCENE", description = "The scene file (JSON, scene 1.0).")
    private Path scene = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "FILE.png, .mp4, .webm or .wav.")
    private Path out = Path.of("");

    @Option(
            names = "--frame",
            paramLabel = "N",
            description = "Which frame a picture shows; default: the one in which most cells fire.")
    private int frame = -1;

    @Option(names = "--size", paramLabel = "WxH", description = "Size in pixels; default: as the scene says.")
    private @Nullable String size;

    @Option(names = "--quality", paramLabel = "Q", description = "draft or final; default: as the scene says.")
    private @Nullable String quality;

    @Option(names = "--json", description = "Print what was written as JSON.")
    private boolean json;

    @Override
    public void run() {
        var ending = ending();
        var text = SceneText.resolved(changed(), platform.workspace());
        var started = System.nanoTime();
        int frames;
        if (SceneFiles.standsAlone(text)) {
            var folder = scene.toAbsolutePath().getParent();
            var film = SceneFiles.open(text, folder == null ? Path.of("") : folder);
            frames = film.frames();
            switch (ending) {
                case "png" -> png(film.frame(chosen(frames, film::busiest)));
                case "wav" -> write(sound(film.wav()));
                default -> {
                    var shot = film.film();
                    movie(text, frames, shot::apply, film.wav());
                }
            }
        } else {
            try (var running = platform.start()) {
                var film = WorkspaceFilm.of(running, text, new ProgressBar(System.err, System.console() != null));
                frames = film.frames();
                switch (ending) {
                    case "png" ->
                        png(film.one(chosen(frames, () -> SceneMoments.busiest(text, running.part(Datasets.class)))));
                    case "wav" -> write(sound(film.whole().sound()));
                    default -> {
                        var whole = film.whole();
                        movie(text, frames, whole::frame, whole.sound());
                    }
                }
            }
        }
        told(frames, (System.nanoTime() - started) / 1e9);
    }

    private String changed() {
        try {
            var tree = (ObjectNode) JsonMapper.shared().readTree(Files.readString(scene));
            if (size != null) {
                if (!size.matches("[0-9]{1,6}x[0-9]{1,6}")) {
                    throw option("--size", "is '%s'; write it as 1280x720.".formatted(size));
                }
                var parts = size.split("x", -1);
                tree.putArray("size").add(Integer.parseInt(parts[0])).add(Integer.parseInt(parts[1]));
            }
            if (quality != null) {
                tree.withObject("/output").put("quality", quality);
            }
            return tree.toString();
        } catch (IOException missing) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NO_SCENE",
                    "There is no scene file '%s'.".formatted(scene),
                    "Every study has one: studies/NAME/scene.json of the workspace.",
                    Map.of("scene", scene.toString()));
        } catch (JacksonException | ClassCastException broken) {
            throw option(scene.toString(), "is no JSON object: " + broken.getMessage());
        }
    }

    private String ending() {
        var name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        var ending = name.substring(name.lastIndexOf('.') + 1);
        if (!ENDINGS.contains(ending)) {
            throw option("--out", "is '%s'; it ends in one of %s.".formatted(out, ENDINGS));
        }
        return ending;
    }

    private int chosen(int frames, IntSupplier busiest) {
        if (frame >= frames) {
            throw option("--frame", "is %d; the scene has frames 0 to %d.".formatted(frame, frames - 1));
        }
        return frame < 0 ? busiest.getAsInt() : frame;
    }

    private byte[] sound(byte @Nullable [] wav) {
        if (wav == null) {
            throw option("--out", "is a sound, and this scene is silent; give it /audio.");
        }
        return wav;
    }

    private void movie(String text, int frames, SceneFiles.Frames shot, byte @Nullable [] wav) {
        var bar = new ProgressBar(System.err, System.console() != null);
        long begun = System.nanoTime();
        SceneFiles.movie(text, frames, shot, wav, out, done -> {
            double rate = done / ((System.nanoTime() - begun) / 1e9);
            bar.show("render", "frame %d of %d".formatted(done, frames), done, frames, rate, "frames");
        });
    }

    private void png(BufferedImage image) {
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", out.toFile())) {
                throw new IllegalStateException("this Java has no PNG writer");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(byte[] bytes) {
        try {
            Files.write(out, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void told(int frames, double seconds) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("out", out.toString());
        facts.put("frames", out.toString().endsWith(".png") ? 1 : frames);
        facts.put("bytes", out.toFile().length());
        facts.put("seconds", Math.round(seconds * 100) / 100.0);
        System.out.println(
                json
                        ? Json.of(facts)
                        : "%s  %.1f kB, %.1f s".formatted(out, out.toFile().length() / 1e3, seconds));
    }

    private static Problem option(String name, String fault) {
        return Problem.invalid("This cannot be rendered as asked.", List.of(new FieldFault(name, fault)));
    }
}
