package io.brainwright.connectome.files;

import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the cells of an edge list: a CSV file with columns {@code id} and, as needed, {@code x,y,z} (um) and {@code group}
 * (whole numbers from 0). Every id from 0 on stands there once.
 */
public final class NodeTable {
    private static final int SHORTEST_LINE = 2; // a digit and the end of the line

    private final Path file;
    private final float[][] places;
    private final int[] groups;

    private NodeTable(Path file, float[][] places, int[] groups) {
        this.file = file;
        this.places = places;
        this.groups = groups;
    }

    public static NodeTable read(Path file) {
        var places = new float[3][1024];
        int[] groups = new int[1024];
        var seen = new java.util.BitSet();
        try (var rows = NumberTable.open(file, List.of("id"), List.of("x", "y", "z", "group"))) {
            long most = file.toFile().length() / SHORTEST_LINE;
            while (rows.next()) {
                int id = rows.whole(0);
                if (id >= most) {
                    throw rows.problem("names cell %d, and the file is too short for as many lines".formatted(id));
                }
                if (seen.get(id)) {
                    throw rows.problem("names cell %d again".formatted(id));
                }
                seen.set(id);
                if (id >= groups.length) {
                    int room = Math.max(id + 1, 2 * groups.length);
                    groups = Arrays.copyOf(groups, room);
                    for (int axis = 0; axis < 3; axis++) {
                        places[axis] = Arrays.copyOf(places[axis], room);
                    }
                }
                for (int axis = 0; axis < 3; axis++) {
                    places[axis][id] = (float) rows.at(1 + axis);
                }
                groups[id] = Double.isNaN(rows.at(4)) ? -1 : rows.whole(4);
            }
        }
        int n = seen.length();
        if (seen.cardinality() != n || n == 0) {
            throw invalid(file, "lacks cell %d".formatted(seen.nextClearBit(0)), "Give one line per cell, ids from 0.");
        }
        for (int axis = 0; axis < 3; axis++) {
            places[axis] = Arrays.copyOf(places[axis], n);
        }
        return new NodeTable(file, places, Arrays.copyOf(groups, n));
    }

    static NodeTable required(@Nullable NodeTable nodes, String control, String columns) {
        if (nodes == null) {
            throw new Problem(
                    Kind.INVALID,
                    "NODES_MISSING",
                    "The control '%s' needs to know its cells.".formatted(control),
                    "Give --nodes FILE with the columns id,%s.".formatted(columns),
                    Map.of("control", control));
        }
        return nodes;
    }

    public int cells() {
        return groups.length;
    }

    boolean hasPlaces() {
        return Arrays.stream(places).noneMatch(axis -> Float.isNaN(axis[0]));
    }

    Somata somata() {
        if (!hasPlaces()) {
            throw invalid(file, "has no places", "Add columns x, y, z in um.");
        }
        return new Somata(places[0], places[1], places[2]);
    }

    int[] groups() {
        if (Arrays.stream(groups).anyMatch(g -> g < 0)) {
            throw invalid(file, "has no groups", "Add a column group of whole numbers from 0.");
        }
        return groups.clone();
    }

    int groupCount() {
        return Arrays.stream(groups).max().orElse(0) + 1;
    }

    private static Problem invalid(Path file, String what, String fix) {
        return new Problem(
                Kind.INVALID,
                "NODES_INCOMPLETE",
                "'%s' %s.".formatted(file, what),
                fix,
                Map.of("file", file.toString()));
    }
}
