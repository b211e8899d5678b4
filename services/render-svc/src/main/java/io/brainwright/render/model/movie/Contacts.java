package io.brainwright.render.model.movie;

import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.column.Upright;
import io.brainwright.render.model.movie.Drawing.SynapseDot;
import io.brainwright.render.model.scenefile.Layer;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.world.Neurites;
import io.brainwright.render.model.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Where synapses are, and which way pathways run. */
final class Contacts {
    private static final int PIECES = 12;
    private static final double BOW = 0.18;

    private Contacts() {}

    static Map<String, List<SynapseDot>> of(Scene scene, World world, SceneData data) {
        Map<String, List<SynapseDot>> found = new HashMap<>();
        for (var layer : scene.layers()) {
            boolean dots = layer.type().equals("synapses");
            if (!layer.visible() || !dots && !layer.type().equals("pathway")) {
                continue;
            }
            var table = data.synapses().get(layer.source());
            var cells = world.cells().get(layer.source());
            if (table == null || cells == null) {
                throw io.brainwright.neuro.problem.Problem.invalid(
                        "Layer '%s' shows synapses, and its source has none.".formatted(layer.id()),
                        List.of(new io.brainwright.neuro.problem.FieldFault(
                                "/sources/%s/synapses".formatted(layer.source()), "is missing; name their dataset.")));
            }
            found.put(layer.id(), dots ? dots(layer, table, cells, data) : arcs(layer, table, cells));
        }
        return found;
    }

    private static List<SynapseDot> dots(
            Layer layer, SceneData.Synapses table, List<PlacedCell> cells, SceneData data) {
        var byId = byId(World.choose(String.valueOf(layer.source()), cells, layer.select()));
        var all = byId(cells);
        var everything = data.cells().values().stream().flatMap(List::stream).toList();
        double[] axis = Upright.meanAxis(everything);
        var turn = io.brainwright.neuro.geometry.Quaternion.yTo(axis[0], axis[1], axis[2])
                .conjugate();
        var dots = new ArrayList<SynapseDot>();
        boolean afferent = layer.side().equals("afferent");
        for (int i = 0; i < table.source().length; i++) {
            if (byId.containsKey(afferent ? table.target()[i] : table.source()[i])) {
                double[] p = new double[3];
                turn.rotate(table.at()[3 * i], table.at()[3 * i + 1], table.at()[3 * i + 2], p);
                var pre = all.get(table.source()[i]);
                dots.add(new SynapseDot(p, p, table.target()[i], pre == null || pre.excitatory()));
            }
        }
        return dots;
    }

    /** An arc of straight pieces for each connected pair. */
    private static List<SynapseDot> arcs(Layer layer, SceneData.Synapses table, List<PlacedCell> cells) {
        var from = byId(World.choose(String.valueOf(layer.source()), cells, layer.from()));
        var to = byId(World.choose(String.valueOf(layer.source()), cells, layer.to()));
        var pairs = new HashSet<List<Long>>();
        var arcs = new ArrayList<SynapseDot>();
        for (int i = 0; i < table.source().length; i++) {
            var pre = from.get(table.source()[i]);
            var post = to.get(table.target()[i]);
            if (pre != null && post != null && pairs.add(List.of(table.source()[i], table.target()[i]))) {
                arc(pre, post, arcs);
            }
        }
        return arcs;
    }

    private static void arc(PlacedCell pre, PlacedCell post, List<SynapseDot> into) {
        double[] a = Neurites.soma(pre);
        double[] b = Neurites.soma(post);
        double length = Math.hypot(Math.hypot(b[0] - a[0], b[1] - a[1]), b[2] - a[2]);
        double[] last = a;
        for (int i = 1; i <= PIECES; i++) {
            double u = (double) i / PIECES;
            double lift = BOW * length * 4 * u * (1 - u);
            double[] p = {a[0] + u * (b[0] - a[0]), a[1] + u * (b[1] - a[1]) + lift, a[2] + u * (b[2] - a[2])};
            into.add(new SynapseDot(last, p, pre.node_id(), pre.excitatory()));
            last = p;
        }
    }

    private static Map<Long, PlacedCell> byId(List<PlacedCell> cells) {
        Map<Long, PlacedCell> map = new HashMap<>();
        cells.forEach(c -> map.put(c.node_id(), c));
        return map;
    }
}
