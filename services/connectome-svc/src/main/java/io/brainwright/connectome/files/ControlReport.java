package io.brainwright.connectome.files;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.control.BlockModel;
import io.brainwright.connectome.model.analysis.control.Configuration;
import io.brainwright.connectome.model.analysis.control.Control;
import io.brainwright.connectome.model.analysis.control.DistanceModel;
import io.brainwright.connectome.model.analysis.control.ErdosRenyi;
import io.brainwright.neuro.statistics.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Simplices of a graph against those of controls: how much more structure it has than what the control keeps explains. */
public final class ControlReport {
    /** chosen: the width over which connection probability is reported. */
    private static final double BIN_UM = 50;

    private ControlReport() {}

    /** The control's model; those that need places or groups take them from the nodes. */
    public static Control control(ControlKind kind, @Nullable NodeTable nodes) {
        return switch (kind) {
            case ER -> new ErdosRenyi();
            case CONFIGURATION -> new Configuration();
            case DISTANCE ->
                new DistanceModel(NodeTable.required(nodes, "distance", "x,y,z").somata(), BIN_UM);
            case BLOCK -> {
                var known = NodeTable.required(nodes, "block", "group");
                yield new BlockModel(known.groups(), known.groupCount());
            }
        };
    }

    /**
     * @param graphs how many to draw
     * @param seed of the first; the next ones follow
     */
    public static Map<String, Object> of(CellGraph graph, ControlKind kind, Control control, int graphs, long seed) {
        long[] own = DirectedSimplices.countAll(graph);
        var moments = new ArrayList<Moments>();
        var edges = new Moments();
        for (int g = 0; g < graphs; g++) {
            var drawn = control.draw(graph, seed + g);
            long[] counts = DirectedSimplices.countAll(drawn);
            edges.add(drawn.connections());
            for (int k = 0; k < Math.max(own.length, counts.length); k++) {
                if (moments.size() == k) {
                    moments.add(zeros(g));
                }
                moments.get(k).add(k < counts.length ? counts[k] : 0);
            }
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("control", kind.name().toLowerCase(java.util.Locale.ROOT));
        tree.put("graphs", graphs);
        tree.put("edges_mean", edges.mean());
        tree.put("simplices", rows(own, moments));
        return tree;
    }

    private static Moments zeros(int n) {
        var moments = new Moments();
        for (int i = 0; i < n; i++) {
            moments.add(0);
        }
        return moments;
    }

    private static List<Map<String, Object>> rows(long[] own, List<Moments> moments) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int k = 0; k < moments.size(); k++) {
            var row = new LinkedHashMap<String, Object>();
            long count = k < own.length ? own[k] : 0;
            row.put("dimension", k);
            row.put("count", count);
            row.put("control_mean", moments.get(k).mean());
            row.put("control_sd", moments.get(k).sd());
            if (moments.get(k).mean() > 0) {
                row.put("ratio", count / moments.get(k).mean());
            }
            rows.add(row);
        }
        return rows;
    }
}
