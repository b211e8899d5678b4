package io.brainwright.render.model.movie;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.scene.LitCells;
import io.brainwright.render.model.scenefile.Layer;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.world.Places;
import io.brainwright.render.model.world.VoltageReport;
import io.brainwright.render.model.world.World;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A scene with its data, ready to be photographed frame by frame. Frame i of n shows the moment at screen time i / fps. */
public final class SceneFilm {
    private static final double DRAFT_UM = 1.5;
    private static final double FINAL_UM = 0.6;
    private static final double BULK = 0.995;

    private final Scene scene;
    private final TimeMap times;
    private final World world;
    private final CameraPath camera;
    private final Drawing drawing;
    private final Paint paint;
    private final LitCells cells;
    private final Overlays overlays;
    private final List<Layer> labels;
    private final List<double[]> labelPlaces;
    private final int samples;

    /**
     * @param end_ms end of the run, where the scene says no times
     * @param frames the frames that will be asked for; others may not be
     */
    public SceneFilm(Scene scene, SceneData data, double end_ms, int[] frames) {
        this.scene = scene;
        this.times = TimeMap.of(scene.time(), end_ms);
        Map<String, io.brainwright.render.model.scenefile.Select> selects = new HashMap<>();
        scene.sources().forEach((name, source) -> selects.put(name, source.select()));
        this.world = World.of(data.cells(), selects);
        var all = world.all();
        if (all.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "NOTHING_TO_DRAW",
                    "No cell of this scene fulfils its conditions.",
                    "Select more.",
                    Map.of());
        }
        var places = new Places(world);
        double[] bounds = Places.bounds(all, BULK);
        boolean draft = scene.output().quality().equals("draft");
        this.samples = draft ? 1 : 2;
        var reports = new Reports(scene, data, world, times).read(frames);
        this.camera = new CameraPath(scene.camera(), places, bounds, (double) scene.width_px() / scene.height_px());
        this.drawing = Drawing.of(
                scene,
                world,
                reports.reports(),
                Contacts.of(scene, world, data),
                draft ? DRAFT_UM : FINAL_UM,
                samples,
                Places.middle(all));
        this.paint = new Paint(scene, reports.reports(), data.spikes());
        this.cells = new LitCells(drawing.solid().shapes(), drawing.veil().shapes(), Looks.of(scene));
        this.overlays = new Overlays(scene, all, bounds, times, reports.courses());
        this.labels = scene.layers().stream()
                .filter(l -> l.visible() && l.type().equals("label"))
                .toList();
        this.labelPlaces = labels.stream().map(l -> places.of(l.at())).toList();
    }

    /** Number of frames of the movie of a scene. */
    public static int frameCount(Scene scene, double end_ms) {
        double seconds = TimeMap.of(scene.time(), end_ms).duration_s();
        double count = Math.floor(seconds * scene.time().fps() + 1e-6);
        if (count < 1 || count > 1_000_000) {
            throw new Problem(
                    Kind.INVALID,
                    count < 1 ? "ZERO_FRAMES" : "TOO_MANY_FRAMES",
                    "This scene lasts %.3f s on the screen, which is %.0f frames at %s frames/s."
                            .formatted(seconds, count, scene.time().fps()),
                    "Change /time/sim or /time/slowdown so that there are 1 to 1000000.",
                    Map.of("seconds", String.valueOf(seconds), "frames", String.valueOf((long) count)));
        }
        return (int) count;
    }

    /** Cells, turned upright and chosen. */
    public List<PlacedCell> cells() {
        return world.all();
    }

    public TimeMap times() {
        return times;
    }

    /** How many capsules are drawn. */
    public int capsules() {
        return drawing.solid().count() + drawing.veil().count();
    }

    /** Moment that a frame shows, ms. */
    public double moment_ms(int frame) {
        return times.sim_ms(frame / scene.time().fps());
    }

    /** One frame. */
    public BufferedImage frame(int frame, int of) {
        return shoot(frame, of).image();
    }

    /** One frame, and what is to be seen on it. */
    public Seen look(int frame, int of) {
        var photo = shoot(frame, of);
        return Seen.on(photo, drawing, scene);
    }

    private LitCells.Photo shoot(int frame, int of) {
        double t = moment_ms(frame);
        double share = of <= 1 ? 0 : (double) frame / (of - 1);
        paint.at(t, drawing.solid(), drawing.veil());
        var view = camera.view(share, scene.width_px() * samples, scene.height_px() * samples);
        var photo = cells.photograph(view, scene.width_px(), scene.height_px());
        overlays.labels(photo.image(), view, samples, labelPlaces, labels);
        overlays.draw(photo.image(), view, samples, share, t);
        return photo;
    }

    /** All frames in order. */
    public static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** What a scene's reports gave. */
    record Read(Map<String, VoltageReport> reports, List<Overlays.Course> courses) {}
}
