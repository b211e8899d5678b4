package io.brainwright.render.model.movie;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.lod.Polyline;
import io.brainwright.render.model.scenefile.Clip;
import io.brainwright.render.model.scenefile.Layer;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.world.Compartments;
import io.brainwright.render.model.world.Neurites;
import io.brainwright.render.model.world.VoltageReport;
import io.brainwright.render.model.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns the layers of a scene into capsules, once: neurites simplified, clipped, each tied to its compartments. */
final class Drawing {
    private static final int[] NONE = {-1, -1};
    private static final double RECEDE = 0.16;
    /** chosen: as fine as compartments are; a straight neurite still shows where on it a spike is. */
    private static final double PIECE_UM = 20;

    private static final double SOLID = 0.999;
    private static final Compartments NOTHING = new Compartments(new long[0], new int[0], new float[0]);

    private final Scene scene;
    private final double tolerance_um;
    private final int samples;
    private final double[] centre;
    private final Strokes solid = new Strokes();
    private final Strokes veil = new Strokes();

    private Drawing(Scene scene, double tolerance_um, int samples, double[] centre) {
        this.scene = scene;
        this.tolerance_um = tolerance_um;
        this.samples = samples;
        this.centre = centre;
    }

    /**
     * @param tolerance_um how far a simplified neurite may lie from its own course
     * @param samples of the picture per pixel and axis
     * @param centre what clip planes are measured from
     * @param synapses places of synapses by layer id
     */
    static Drawing of(
            Scene scene,
            World world,
            Map<String, VoltageReport> reports,
            Map<String, List<SynapseDot>> synapses,
            double tolerance_um,
            int samples,
            double[] centre) {
        var drawing = new Drawing(scene, tolerance_um, samples, centre);
        for (int i = 0; i < scene.layers().size(); i++) {
            var layer = scene.layers().get(i);
            var source = layer.source();
            var cells = source == null ? null : world.cells().get(source);
            if (!layer.visible() || source == null || cells == null) {
                continue;
            }
            var report = layer.color().by().equals("report")
                    ? reports.get(Objects.requireNonNull(layer.color().source()))
                    : null;
            var where = report == null ? NOTHING : report.compartments();
            for (var cell : World.choose(source, cells, layer.select())) {
                switch (layer.type()) {
                    case "morphology" -> drawing.cell(i, layer, cell, where);
                    case "soma" -> drawing.soma(i, layer, cell, where);
                    default -> {}
                }
            }
            for (var dot : synapses.getOrDefault(layer.id(), List.of())) {
                drawing.dot(i, layer, dot);
            }
        }
        return drawing;
    }

    /** A synapse, or a piece of an arc between two somata. */
    record SynapseDot(double[] from, double[] to, long node, boolean excitatory) {}

    Strokes solid() {
        return solid;
    }

    Strokes veil() {
        return veil;
    }

    private void cell(int index, Layer layer, PlacedCell cell, Compartments where) {
        if (layer.parts().contains("soma")) {
            soma(index, layer, cell, where);
        }
        var m = cell.morphology();
        double[] paths = Neurites.paths_um(m);
        for (int s = 1; s < m.sectionCount(); s++) {
            if (layer.parts().contains(part(m.type(s)))) {
                section(index, layer, cell, s, paths[s], where);
            }
        }
    }

    private void section(int index, Layer layer, PlacedCell cell, int s, double path_um, Compartments where) {
        var m = cell.morphology();
        double length = m.length_um(s);
        int[] kept = Polyline.simplified(m, s, tolerance_um);
        double opacity = layer.opacity() * (m.type(s) == SectionType.AXON ? layer.axonOpacity() : 1);
        var owner = new Strokes.Owner(index, cell.node_id(), cell.layer(), m.type(s));
        double[] a = new double[3];
        double[] b = new double[3];
        int[] pair = new int[2];
        double walked = 0;
        for (int k = 0; k + 1 < kept.length; k++) {
            Neurites.place(cell, kept[k], a);
            Neurites.place(cell, kept[k + 1], b);
            double step = 0;
            for (int p = kept[k]; p < kept[k + 1]; p++) {
                step += m.segmentLength_um(p);
            }
            int pieces = layer.color().moves() ? (int) Math.max(1, Math.ceil(step / PIECE_UM)) : 1;
            double scale = layer.radius().scale() / 2;
            for (int q = 0; q < pieces; q++) {
                double from = (double) q / pieces;
                double to = (q + 1.0) / pieces;
                double middle = walked + step * (from + to) / 2;
                float share = where.about(cell.node_id(), s, length > 0 ? middle / length : 0.5, pair);
                put(
                        layer,
                        opacity,
                        between(a, b, from),
                        (m.diameter(kept[k]) + from * (m.diameter(kept[k + 1]) - m.diameter(kept[k]))) * scale,
                        between(a, b, to),
                        (m.diameter(kept[k]) + to * (m.diameter(kept[k + 1]) - m.diameter(kept[k]))) * scale,
                        owner,
                        path_um + middle,
                        pair,
                        share,
                        plain(layer, cell, m.type(s), path_um + middle));
            }
            walked += step;
        }
    }

    private static double[] between(double[] a, double[] b, double share) {
        return new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])};
    }

    private void soma(int index, Layer layer, PlacedCell cell, Compartments where) {
        double[] at = Neurites.soma(cell);
        double r = (Double.isNaN(layer.radius_um()) ? cell.morphology().somaRadius_um() : layer.radius_um())
                * layer.radius().scale();
        int[] pair = new int[2];
        float share = where.about(cell.node_id(), 0, 0.5, pair);
        var owner = new Strokes.Owner(index, cell.node_id(), cell.layer(), SectionType.SOMA);
        put(layer, layer.opacity(), at, r, at, r, owner, 0, pair, share, plain(layer, cell, SectionType.SOMA, 0));
    }

    private void dot(int index, Layer layer, SynapseDot dot) {
        var owner = new Strokes.Owner(index, dot.node(), 0, 0);
        float[] colour = layer.color().by().equals("constant")
                ? Ramps.hex(layer.color().value())
                : Ramps.synapseClass(dot.excitatory());
        int before = strokes(layer.opacity()).count();
        double r_um = layer.radius_um();
        put(layer, layer.opacity(), dot.from(), r_um, dot.to(), r_um, owner, 0, NONE, 0, colour);
        if (strokes(layer.opacity()).count() > before) {
            strokes(layer.opacity()).shapes().keep(before, layer.radius().minPx() * samples);
        }
    }

    private Strokes strokes(double opacity) {
        return opacity >= SOLID ? solid : veil;
    }

    private void put(
            Layer layer,
            double opacity,
            double[] a,
            double ra,
            double[] b,
            double rb,
            Strokes.Owner owner,
            double path_um,
            int[] pair,
            float share,
            float[] colour) {
        if (opacity <= 0 || clipped(layer.id(), a, b)) {
            return;
        }
        var into = strokes(opacity);
        into.add(a, ra, b, rb, owner, path_um, pair, share, colour);
        into.shapes().fade(into.count() - 1, opacity);
    }

    private static float[] plain(Layer layer, PlacedCell cell, int type, double path_um) {
        float[] colour = Ramps.plain(layer.color(), cell, type, path_um);
        if (layer.highlight().isEmpty() || layer.highlight().contains(cell.node_id())) {
            return colour;
        }
        float grey = (float) ((colour[0] + colour[1] + colour[2]) / 3 * RECEDE);
        return new float[] {grey, grey, grey * 1.25f};
    }

    private boolean clipped(String layer, double[] a, double[] b) {
        for (Clip clip : scene.clip()) {
            if (!clip.layers().isEmpty() && !clip.layers().contains(layer)) {
                continue;
            }
            double along = 0;
            double n2 = 0;
            for (int i = 0; i < 3; i++) {
                double n = clip.normal().get(i);
                along += n * ((a[i] + b[i]) / 2 - centre[i]);
                n2 += n * n;
            }
            if (n2 > 0 && along / Math.sqrt(n2) > clip.offsetUm()) {
                return true;
            }
        }
        return false;
    }

    private static String part(int type) {
        return switch (type) {
            case SectionType.AXON -> "axon";
            case SectionType.APICAL -> "apical";
            default -> "basal";
        };
    }
}
