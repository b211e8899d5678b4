package io.brainwright.connectome.service;

import io.brainwright.connectome.model.edit.CellPlaces;
import io.brainwright.connectome.model.edit.ConnectionModel;
import io.brainwright.connectome.model.edit.Manipulation;
import io.brainwright.connectome.model.edit.Manipulation.Addition;
import io.brainwright.connectome.model.edit.Manipulation.Rewiring;
import io.brainwright.connectome.model.edit.ModelKind;
import io.brainwright.connectome.model.edit.NewSources;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import io.brainwright.proto.connectome.v1.EditRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The connections of a pathway that other cells take over, or that are added: for each synapse class of the sending cells a model
 * is fitted to all its connections, and sources are drawn by it, target by target.
 */
final class Rewired {
    private final Manipulation manipulation;
    private final WiredCells wired;
    private final CellPlaces places;
    private final TreeMap<String, Senders> classes = new TreeMap<>();

    /** Cells of one synapse class, ascending, and the model of their connections. */
    private record Senders(int[] cells, ConnectionModel model) {
        private boolean holds(int cell) {
            return Arrays.binarySearch(cells, cell) >= 0;
        }
    }

    /**
     * A connection that stands, and the cell that makes it, or a copy of it, now.
     *
     * @param source id of the cell that has made it
     * @param newSource id of the cell that makes it now
     */
    record Move(long source, long target, long newSource) {}

    private Rewired(Manipulation manipulation, ModelKind kind, WiredCells wired) {
        this.manipulation = manipulation;
        this.wired = wired;
        places = wired.places(kind.needsDepth());
        boolean[] pre = wired.sides().pre();
        var names = IntStream.range(0, pre.length)
                .filter(c -> pre[c])
                .mapToObj(wired::synapseClass)
                .distinct()
                .sorted()
                .toList();
        for (var name : names) {
            int[] cells = IntStream.range(0, pre.length)
                    .filter(c -> pre[c] && wired.synapseClass(c).equals(name))
                    .toArray();
            classes.put(name, new Senders(cells, fit(kind, cells)));
        }
    }

    /** Reads the connections that stand and fits the models to them. */
    static Rewired of(EditRequest request, Manipulation manipulation, Datasets inputs) {
        var wired = WiredCells.read(
                ConnectivityRequest.newBuilder()
                        .setSynapses(request.getSynapses())
                        .setCells(request.getCells())
                        .setPre(request.getPre())
                        .setPost(request.getPost())
                        .build(),
                inputs);
        Connectivity.requireFew("A model of connections", wired.graph().cells());
        requireConnections(wired);
        return new Rewired(manipulation, kind(manipulation), wired);
    }

    private static void requireConnections(WiredCells wired) {
        var graph = wired.graph();
        boolean[] post = wired.sides().post();
        for (int a = 0; a < graph.cells(); a++) {
            for (int e = graph.begin(a); wired.sides().pre()[a] && e < graph.end(a); e++) {
                if (post[graph.other(e)]) {
                    return;
                }
            }
        }
        throw Problem.invalid(
                "There is nothing to rewire.",
                List.of(new FieldFault(
                        "pre", "no selected cell connects to a cell of 'post'; a model is fitted to connections.")));
    }

    private static ModelKind kind(Manipulation manipulation) {
        return switch (manipulation) {
            case Rewiring rewiring -> rewiring.model();
            case Addition addition -> addition.model();
            default -> throw new AssertionError("no model in " + manipulation);
        };
    }

    private ConnectionModel fit(ModelKind kind, int[] senders) {
        var fit = kind.fit(places);
        boolean[] post = wired.sides().post();
        for (int source : senders) {
            for (int target = 0; target < post.length; target++) {
                if (post[target] && target != source) {
                    fit.pair(source, target, wired.graph().connects(source, target));
                }
            }
        }
        return fit.model();
    }

    CellPlaces places() {
        return places;
    }

    int cell(long nodeId) {
        return wired.cell(nodeId);
    }

    /** What was fitted, one line per class: "EXC: 0.12 exp(-d / 130 um)". */
    List<String> models() {
        return classes.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().model().words())
                .toList();
    }

    /**
     * What changes for one target.
     *
     * @param targetId a cell of 'post'
     * @param sourceIds all cells that connect to it, ascending
     */
    List<Move> moves(long targetId, long[] sourceIds) {
        int target = wired.cell(targetId);
        var there = IntStream.range(0, sourceIds.length)
                .map(i -> wired.cell(sourceIds[i]))
                .filter(c -> c >= 0)
                .sorted()
                .toArray();
        var moves = new ArrayList<Move>();
        for (var senders : classes.values()) {
            int[] own = IntStream.of(there).filter(senders::holds).toArray();
            switch (manipulation) {
                case Rewiring rewiring -> rewire(rewiring, senders, own, target, targetId, moves);
                case Addition addition -> add(addition, senders, own, target, targetId, moves);
                default -> throw new AssertionError("no model in " + manipulation);
            }
        }
        moves.sort(Comparator.comparingLong(Move::source).thenComparingLong(Move::newSource));
        return moves;
    }

    private void rewire(Rewiring how, Senders senders, int[] own, int target, long targetId, List<Move> moves) {
        int[] going = IntStream.of(own)
                .filter(c -> how.rewires(wired.nodeId(c), targetId))
                .toArray();
        var staying = new HashSet<Integer>();
        IntStream.of(own).forEach(staying::add);
        IntStream.of(going).forEach(staying::remove);
        int[] drawn = new NewSources(places, senders.cells(), senders.model(), how.seed(), Rewiring.SOURCES)
                .draw(target, targetId, going.length, staying::contains);
        for (int i = 0; i < drawn.length; i++) {
            moves.add(new Move(wired.nodeId(going[i]), targetId, wired.nodeId(drawn[i])));
        }
    }

    private void add(Addition how, Senders senders, int[] own, int target, long targetId, List<Move> moves) {
        int[] drawn = new NewSources(places, senders.cells(), senders.model(), how.seed(), Addition.SOURCES)
                .draw(target, targetId, how.count(own.length, targetId), c -> Arrays.binarySearch(own, c) >= 0);
        for (int cell : drawn) {
            long newSource = wired.nodeId(cell);
            int copied = own[how.copied(own.length, newSource, targetId)];
            moves.add(new Move(wired.nodeId(copied), targetId, newSource));
        }
    }
}
