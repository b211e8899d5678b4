package io.brainwright.sim.model.cell;

import io.brainwright.sim.model.cell.SwcPoints.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The sections that NEURON's Import3d makes of an SWC file: runs of points of one type, cut where more than one point follows, where
 * the next point does not stand on the next line, and where the type changes.
 *
 * <p>A section begins with a copy of the point it grows from, but at the soma with its own first point, joined to the middle of the
 * soma by a wire. What grows from the first point behind such a wire joins the 0-end of the section there. A soma of one point is a
 * cylinder with length = diameter.
 */
final class ImportedSections {
    private static final int SOMA = 1;
    private static final double NOT_NEXT = .01; // what only makes an end of a section, and is no second branch

    private final Path file;
    private final List<Point> points;
    private final int[] parent;
    private final int[] section;

    private ImportedSections(Path file) {
        this.file = file;
        points = new ArrayList<>(SwcPoints.read(file));
        points.sort(Comparator.comparingInt(Point::id));
        parent = new int[points.size()];
        section = new int[points.size()];
    }

    /**
     * @param parent place of the parent in the list; -1: the soma itself
     * @param parentX where it attaches on the parent
     * @param type of SWC
     * @param chain its points; one: a soma that is a sphere
     */
    record Section(int parent, double parentX, int type, List<Point> chain) {}

    /** Sections in the order of the file; the soma first. */
    static List<Section> read(Path file) {
        return new ImportedSections(file).sections();
    }

    private List<Section> sections() {
        findParents();
        var cut = new double[points.size()];
        var atStart = new boolean[points.size()];
        for (int i = 1; i < parent.length; i++) {
            int p = parent[i];
            cut[p] += 1;
            if (p != i - 1) {
                cut[p] += NOT_NEXT;
                if (p > 1 && type(p) != SOMA && type(parent[p]) == SOMA) {
                    atStart[i] = true;
                    cut[p] = 1;
                }
            }
            cut[p] += type(p) == type(i) ? 0 : NOT_NEXT;
        }
        for (int i = 1; i < section.length; i++) {
            section[i] = section[i - 1] + (cut[parent[i]] > 1 || atStart[i] ? 1 : 0);
        }
        var made = new ArrayList<Section>();
        int first = 0;
        for (int i = 1; i <= section.length; i++) {
            if (i == section.length || section[i] > made.size()) {
                made.add(section(first, i, atStart[first]));
                first = i;
            }
        }
        return made;
    }

    private void findParents() {
        var indexOf = new HashMap<Integer, Integer>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            indexOf.put(point.id(), i);
            boolean root = point.parent() < 0;
            parent[i] = root ? -1 : indexOf.getOrDefault(point.parent(), -1);
            if (root != (i == 0) || (!root && parent[i] < 0)) {
                throw SwcPoints.wrong(
                        file,
                        0,
                        "point %d has the parent %d; one root comes first, every other point after its parent"
                                .formatted(point.id(), point.parent()));
            }
        }
        if (points.size() < 2 || type(0) != SOMA) {
            throw SwcPoints.wrong(file, 0, "the first of %d points is no soma".formatted(points.size()));
        }
    }

    private Section section(int first, int end, boolean atStart) {
        var own = points.subList(first, end);
        if (first == 0) {
            return new Section(-1, 0, SOMA, List.copyOf(own));
        }
        if (type(first) == SOMA) {
            throw SwcPoints.wrong(
                    file,
                    0,
                    "the soma branches at point %d; one point, or one chain"
                            .formatted(own.get(0).id()));
        }
        int from = section[parent[first]];
        if (from == 0 && own.size() == 1) {
            throw SwcPoints.wrong(
                    file,
                    0,
                    "point %d is a branch of one point on the soma"
                            .formatted(own.get(0).id()));
        }
        if (from == 0) {
            return new Section(0, 0.5, type(first), List.copyOf(own));
        }
        var chain = new ArrayList<Point>();
        chain.add(points.get(parent[first]));
        chain.addAll(own);
        return new Section(from, atStart ? 0 : 1, type(first), chain);
    }

    private int type(int point) {
        return points.get(point).type();
    }
}
