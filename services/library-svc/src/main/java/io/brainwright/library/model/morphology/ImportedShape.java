package io.brainwright.library.model.morphology;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A cell from a file, put as all stages expect it: soma at the origin, sections by type (axon, basal, apical, others), each tree
 * depth-first. Nothing else is changed; in particular +y is taken to point to the pia as it stands.
 *
 * @param cell the shape
 * @param notes what was done to it, and what looks odd and was kept
 */
public record ImportedShape(Morphology cell, List<String> notes) {
    private static final double MOVED_um = 1e-3; // chosen: below what a file's digits say

    public ImportedShape {
        notes = List.copyOf(notes);
    }

    /** @param read as the file says */
    public static ImportedShape of(Morphology read) {
        var notes = new ArrayList<String>();
        notes.add("+y is taken to point to the pia; no file says so.");
        var order = depthFirst(read);
        if (!IntStream.range(0, order.size()).allMatch(s -> order.get(s) == s)) {
            notes.add("Sections were put in the order axon, basal, apical, each depth-first.");
        }
        double[] soma = somaCentre(read);
        double distance_um = Math.sqrt(soma[0] * soma[0] + soma[1] * soma[1] + soma[2] * soma[2]);
        if (distance_um > MOVED_um) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The soma was moved to the origin from (%.3f, %.3f, %.3f) um.",
                    soma[0],
                    soma[1],
                    soma[2]));
        }
        var cell = ordered(read, order, distance_um > MOVED_um ? soma : new double[3]);
        oddities(cell, notes);
        return new ImportedShape(cell, notes);
    }

    /** Length of all sections of the given types, um. */
    public double length_um(byte... types) {
        double sum = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            for (byte type : types) {
                sum += cell.type(s) == type ? cell.length_um(s) : 0;
            }
        }
        return sum;
    }

    private static void oddities(Morphology cell, List<String> notes) {
        if (IntStream.range(1, cell.sectionCount()).noneMatch(s -> cell.type(s) == SectionType.AXON)) {
            notes.add("There is no axon.");
        }
        long thin = IntStream.range(cell.end(0), cell.pointCount())
                .filter(p -> cell.diameter(p) <= 0)
                .count();
        if (thin > 0) {
            notes.add("%d points have no diameter.".formatted(thin));
        }
        int joined = ReleasedSections.of(cell).joined();
        if (joined > 0) {
            notes.add("%d sections go on in one single section.".formatted(joined));
        }
    }

    /** Our sections in their new order. */
    private static List<Integer> depthFirst(Morphology cell) {
        var children = new ArrayList<List<Integer>>();
        for (int s = 0; s < cell.sectionCount(); s++) {
            children.add(new ArrayList<>());
            if (s > 0) {
                children.get(cell.parent(s)).add(s);
            }
        }
        children.getFirst().sort(Comparator.comparingInt(cell::type)); // stable
        var order = new ArrayList<Integer>();
        var waiting = new ArrayList<>(List.of(0));
        while (!waiting.isEmpty()) {
            int s = waiting.removeLast();
            order.add(s);
            waiting.addAll(children.get(s).reversed());
        }
        return order;
    }

    private static Morphology ordered(Morphology cell, List<Integer> order, double[] origin) {
        int n = order.size();
        float[][] columns = new float[4][cell.pointCount()];
        int[] place = new int[n];
        int[] parent = new int[n];
        byte[] type = new byte[n];
        int[] begin = new int[n + 1];
        int count = 0;
        for (int s = 0; s < n; s++) {
            int old = order.get(s);
            place[old] = s;
            parent[s] = s == 0 ? -1 : place[cell.parent(old)];
            type[s] = cell.type(old);
            for (int p = cell.begin(old); p < cell.end(old); p++) {
                columns[0][count] = (float) (cell.x(p) - origin[0]);
                columns[1][count] = (float) (cell.y(p) - origin[1]);
                columns[2][count] = (float) (cell.z(p) - origin[2]);
                columns[3][count++] = cell.diameter(p);
            }
            begin[s + 1] = count;
        }
        return new Morphology(columns[0], columns[1], columns[2], columns[3], parent, type, begin);
    }

    private static double[] somaCentre(Morphology cell) {
        double[] centre = new double[3];
        int n = cell.end(0);
        for (int p = 0; p < n; p++) {
            centre[0] += cell.x(p) / (double) n;
            centre[1] += cell.y(p) / (double) n;
            centre[2] += cell.z(p) / (double) n;
        }
        return centre;
    }
}
