package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.Edges;
import io.brainwright.connectome.model.analysis.Sides;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.connectome.model.edit.CellPlaces;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The cells that a request looks at, ascending by node id, and the connections among them; read one chunk at a time. */
final class WiredCells {
    /** chosen: their graph takes about 1 GB while it is put in order. */
    static final int MOST_CONNECTIONS = 30_000_000;

    private final Batch cells;
    private final int[] rows;
    private final long[] nodeIds;
    private final String[] groupNames;
    private final Sides sides;
    private final int[] motifCells;
    private final CellGraph graph;

    private WiredCells(ConnectivityRequest request, Datasets datasets) {
        cells = datasets.read(ConnectomeRequests.id(request.getCells()), "cells");
        boolean[] pre = CellChoice.of("pre", request.getPre(), cells);
        boolean[] post = CellChoice.of("post", request.getPost(), cells);
        long[] ids = cells.longs("node_id");
        rows = IntStream.range(0, ids.length)
                .filter(r -> pre[r] || post[r])
                .boxed()
                .sorted((a, b) -> Long.compare(ids[a], ids[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        nodeIds = IntStream.of(rows).mapToLong(r -> ids[r]).toArray();
        var names = new String[rows.length];
        for (int c = 0; c < names.length; c++) {
            names[c] = group(rows[c], request.getGroupBy());
        }
        groupNames = new TreeSet<>(Arrays.asList(names)).toArray(String[]::new);
        int[] group = new int[rows.length];
        for (int c = 0; c < group.length; c++) {
            group[c] = Arrays.binarySearch(groupNames, names[c]);
        }
        sides = new Sides(ofRows(pre), ofRows(post), group, groupNames.length, ConnectivityRequests.most_um(request));
        boolean anyPre = CellChoice.isEmpty(request.getPre());
        boolean anyPost = CellChoice.isEmpty(request.getPost());
        motifCells = IntStream.range(0, rows.length)
                .filter(c -> anyPre == anyPost || (anyPre ? post[rows[c]] : pre[rows[c]]))
                .toArray();
        graph = connections(ConnectomeRequests.id(request.getSynapses()), datasets);
    }

    static WiredCells read(ConnectivityRequest request, Datasets datasets) {
        return new WiredCells(request, datasets);
    }

    CellGraph graph() {
        return graph;
    }

    Sides sides() {
        return sides;
    }

    Somata somata() {
        return new Somata(ofRows(cells.floats("x")), ofRows(cells.floats("y")), ofRows(cells.floats("z")));
    }

    String[] groupNames() {
        return groupNames.clone();
    }

    /** Name of a pair of groups, as {@link Sides} numbers them. */
    String pathwayName(int pathway) {
        return groupNames.length == 1 && groupNames[0].equals("all")
                ? "all"
                : groupNames[pathway / groupNames.length] + " to " + groupNames[pathway % groupNames.length];
    }

    long nodeId(int cell) {
        return nodeIds[cell];
    }

    /** The cell of this id, -1 where it is on neither side. */
    int cell(long nodeId) {
        return Arrays.binarySearch(nodeIds, nodeId);
    }

    /** "EXC" or "INH". */
    String synapseClass(int cell) {
        return cells.texts("synapse_class")[rows[cell]];
    }

    /** The layer of each cell. */
    int[] layers() {
        byte[] layer = cells.bytes("layer");
        return IntStream.of(rows).map(r -> layer[r]).toArray();
    }

    /** Where the cells lie, with their depths where these are needed. */
    CellPlaces places(boolean withDepth) {
        if (withDepth
                && cells.schema().columns().stream().noneMatch(c -> c.name().equals("depth_um"))) {
            throw Problem.invalid(
                    "The model needs to know how deep cells lie.",
                    List.of(new FieldFault("cells", "has no column 'depth_um'; use the model 'distance'.")));
        }
        return new CellPlaces(
                ofRows(cells.floats("x")),
                ofRows(cells.floats("y")),
                ofRows(cells.floats("z")),
                withDepth ? ofRows(cells.floats("depth_um")) : new float[0]);
    }

    /** The cells within which motifs are counted: those selected by either side, all where neither says anything. */
    int[] motifCells() {
        return motifCells.clone();
    }

    /** Those of one group. */
    int[] motifCells(int group) {
        return IntStream.of(motifCells).filter(c -> sides.group()[c] == group).toArray();
    }

    /** The group of one of {@link #motifCells()}, by its place there. */
    int motifGroup(int member) {
        return sides.group()[motifCells[member]];
    }

    private String group(int row, String by) {
        return switch (by) {
            case "layer" -> "L" + cells.bytes("layer")[row];
            case "m_type" -> cells.texts("mtype")[row];
            case "pathway" -> "L" + cells.bytes("layer")[row] + " " + cells.texts("synapse_class")[row];
            default -> "all";
        };
    }

    private CellGraph connections(DatasetId synapses, Datasets datasets) {
        var manifest = datasets.manifest(synapses);
        if (manifest.tables().stream().noneMatch(t -> t.name().equals("connections"))) {
            throw Problem.invalid(
                    "The wiring cannot be measured.",
                    List.of(new FieldFault(
                            "synapses",
                            "Dataset %s was made by '%s' and has no connections."
                                    .formatted(synapses.brief(), manifest.stage()))));
        }
        long[] known = cells.longs("node_id").clone();
        Arrays.sort(known);
        var edges = new Edges();
        for (var chunk : manifest.chunks()) {
            add(datasets.read(synapses, "connections", chunk.index()), known, nodeIds, edges);
        }
        return edges.graph(rows.length);
    }

    private static void add(Batch pairs, long[] known, long[] chosen, Edges edges) {
        long[] sources = pairs.longs("source_node_id");
        long[] targets = pairs.longs("target_node_id");
        int[] synapses = pairs.ints("synapses");
        for (int i = 0; i < synapses.length; i++) {
            if (synapses[i] == 0) {
                continue;
            }
            requireKnown(sources[i], known);
            requireKnown(targets[i], known);
            int from = Arrays.binarySearch(chosen, sources[i]);
            int to = Arrays.binarySearch(chosen, targets[i]);
            if (from >= 0 && to >= 0) {
                if (edges.size() == MOST_CONNECTIONS) {
                    throw new Problem(
                            Kind.TOO_LARGE,
                            "TOO_MANY_CONNECTIONS",
                            "The selection holds more than %d connections.".formatted(MOST_CONNECTIONS),
                            "Narrow 'pre' and 'post', e.g. to a layer.",
                            Map.of("most", String.valueOf(MOST_CONNECTIONS)));
                }
                edges.add(from, to, synapses[i]);
            }
        }
    }

    private static void requireKnown(long id, long[] known) {
        if (Arrays.binarySearch(known, id) < 0) {
            throw Problem.invalid(
                    "The synapses were not built on these cells.",
                    List.of(new FieldFault("cells", "has no cell %d; name the cells of the circuit.".formatted(id))));
        }
    }

    private boolean[] ofRows(boolean[] values) {
        boolean[] kept = new boolean[rows.length];
        for (int c = 0; c < kept.length; c++) {
            kept[c] = values[rows[c]];
        }
        return kept;
    }

    private float[] ofRows(float[] values) {
        float[] kept = new float[rows.length];
        for (int c = 0; c < kept.length; c++) {
            kept[c] = values[rows[c]];
        }
        return kept;
    }
}
