package io.brainwright.render;

import io.brainwright.render.model.movie.BusiestMoment;
import io.brainwright.render.model.movie.SceneData;
import io.brainwright.render.model.movie.SceneFilm;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.service.FileSources;
import io.brainwright.render.service.SceneSound;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A scene of files, drawn in this process. */
public final class FileScene {
    private final Scene scene;
    private final SceneData data;
    private final double end_ms;
    private final int count;

    /** Reads the files. */
    FileScene(Scene scene, Path folder) {
        this.scene = scene;
        this.data = new FileSources(folder).read(scene);
        this.end_ms = end_ms(data);
        this.count = SceneFilm.frameCount(still(scene, end_ms) ? once(scene) : scene, end_ms);
    }

    /** How many frames the movie has. */
    public int frames() {
        return count;
    }

    /** Number of the frame in which most happens: what a single picture shows. */
    public int busiest() {
        return BusiestMoment.frame(scene, data, end_ms, count);
    }

    /** Draws one frame. */
    public BufferedImage frame(int number) {
        return film(new int[] {number}).frame(number, count);
    }

    /** Draws frames one after the other, from what was read once. */
    public IntFunction<BufferedImage> film() {
        var film = film(SceneFilm.all(count));
        return number -> film.frame(number, count);
    }

    /** The sound as WAV; null where the scene is silent. */
    public byte @Nullable [] wav() {
        return scene.audio() == null ? null : SceneSound.of(scene, data, end_ms).wav();
    }

    /** The sound's events as JSON; null where the scene is silent. */
    public byte @Nullable [] events() {
        return scene.audio() == null ? null : SceneSound.of(scene, data, end_ms).json();
    }

    private SceneFilm film(int[] frames) {
        return new SceneFilm(scene, data, end_ms, frames);
    }

    /** Cells alone, without any time: a picture, which counts as a movie of one frame. */
    private static boolean still(Scene scene, double end_ms) {
        return scene.time().sim().isEmpty() && end_ms == 0;
    }

    private static Scene once(Scene s) {
        double frame_ms = 1000 / s.time().fps() / s.time().slowdown();
        var timing = new io.brainwright.render.model.scenefile.Timing(
                java.util.List.of("0 ms", java.math.BigDecimal.valueOf(frame_ms).toPlainString() + " ms"),
                s.time().slowdown(),
                s.time().fps(),
                java.util.List.of());
        return new Scene(
                s.version(),
                s.title(),
                s.description(),
                s.size(),
                s.background(),
                s.sources(),
                timing,
                s.layers(),
                s.clip(),
                s.light(),
                s.camera(),
                s.overlays(),
                s.audio(),
                s.output());
    }

    private static double end_ms(SceneData data) {
        double[] end = {0};
        data.reports().values().forEach(r -> r.forEachFrame((t, _) -> end[0] = Math.max(end[0], t)));
        data.spikes().values().forEach(s -> {
            if (s.count() > 0) {
                end[0] = Math.max(end[0], s.time_ms(s.count() - 1) + 5);
            }
        });
        return end[0];
    }
}
