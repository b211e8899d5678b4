package io.brainwright.library.model.morphology;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sections of a cell as an SWC file can say them, and where each of ours went.
 *
 * <p>SWC has no sections: readers cut them at forks and number them depth-first. So a section that goes on in one single child is
 * joined with it (MorphIO 3.5 refuses to write it, and to read it where the type changes), and sections are put depth-first.
 * Places are carried over so that they stay at the same point of the dendrite: with s the child that is joined to p,
 *
 * <pre>{@code
 *   segment' = segments(p) + segment
 *   pos'     = (L(p) + pos L(s)) / (L(p) + L(s))      pos in 0..1, L lengths in um
 * }</pre>
 *
 * A joined section has the type of its first part. Section n here is MorphIO's section n - 1, since that does not count the soma.
 */
public final class ReleasedSections {
    private final Morphology given;
    private final int[] section; // ours -> released
    private final int[] segmentsBefore;
    private final double[] lengthBefore_um;
    private final List<List<Integer>> parts = new ArrayList<>(); // released -> ours, in order

    private ReleasedSections(Morphology given) {
        this.given = given;
        int n = given.sectionCount();
        this.section = new int[n];
        this.segmentsBefore = new int[n];
        this.lengthBefore_um = new double[n];
        parts.add(List.of(0));
        var children = children(given);
        var waiting = new ArrayList<>(children.getFirst().reversed());
        while (!waiting.isEmpty()) {
            int last = join(waiting.removeLast(), children);
            waiting.addAll(children.get(last).reversed());
        }
    }

    public static ReleasedSections of(Morphology cell) {
        return new ReleasedSections(cell);
    }

    /** Whether every section stayed as it was. */
    public boolean isUnchanged() {
        for (int s = 0; s < section.length; s++) {
            if (section[s] != s) {
                return false;
            }
        }
        return true;
    }

    /** How many sections were joined to their parent. */
    public int joined() {
        return section.length - parts.size();
    }

    /** Number of a section in the release. Numbers beyond the cell's (the axon's stub of a simulation) follow its last. */
    public int section(int ours) {
        return ours < section.length ? section[ours] : ours - joined();
    }

    /** Type of the released section that ours is part of. */
    public int type(int ours) {
        return given.type(parts.get(section[ours]).getFirst());
    }

    /** Number of a segment within the released section. */
    public int segment(int ours, int segment) {
        return segmentsBefore[ours] + segment;
    }

    /** Place along the released section, 0 to 1. */
    public double position(int ours, double position) {
        double whole_um = 0;
        for (int part : parts.get(section[ours])) {
            whole_um += given.length_um(part);
        }
        return whole_um == 0 ? position : (lengthBefore_um[ours] + position * given.length_um(ours)) / whole_um;
    }

    /** The cell with its released sections. */
    public Morphology morphology() {
        if (isUnchanged()) {
            return given;
        }
        int n = parts.size();
        int[] parent = new int[n];
        byte[] type = new byte[n];
        int[] begin = new int[n + 1];
        int[] points = new int[given.pointCount()];
        int count = 0;
        for (int s = 0; s < n; s++) {
            int first = parts.get(s).getFirst();
            parent[s] = s == 0 ? -1 : section[given.parent(first)];
            type[s] = s == 0 ? SectionType.SOMA : given.type(first);
            for (int part : parts.get(s)) {
                int repeated = part == first ? 0 : 1; // a child's first point is its parent's last
                for (int p = given.begin(part) + repeated; p < given.end(part); p++) {
                    points[count++] = p;
                }
            }
            begin[s + 1] = count;
        }
        return picked(Arrays.copyOf(points, count), parent, type, begin);
    }

    /** @return the last of ours that is joined into a new released section */
    private int join(int first, List<List<Integer>> children) {
        var joined = new ArrayList<Integer>();
        int last = first;
        int segments = 0;
        double length_um = 0;
        while (true) {
            section[last] = parts.size();
            segmentsBefore[last] = segments;
            lengthBefore_um[last] = length_um;
            joined.add(last);
            segments += given.end(last) - given.begin(last) - 1;
            length_um += given.length_um(last);
            if (children.get(last).size() != 1) {
                parts.add(joined);
                return last;
            }
            last = children.get(last).getFirst();
        }
    }

    private static List<List<Integer>> children(Morphology cell) {
        var children = new ArrayList<List<Integer>>();
        for (int s = 0; s < cell.sectionCount(); s++) {
            children.add(new ArrayList<>());
            if (s > 0) {
                children.get(cell.parent(s)).add(s);
            }
        }
        return children;
    }

    private Morphology picked(int[] points, int[] parent, byte[] type, int[] begin) {
        float[][] columns = new float[4][points.length];
        for (int p = 0; p < points.length; p++) {
            columns[0][p] = given.x(points[p]);
            columns[1][p] = given.y(points[p]);
            columns[2][p] = given.z(points[p]);
            columns[3][p] = given.diameter(points[p]);
        }
        return new Morphology(columns[0], columns[1], columns[2], columns[3], parent, type, begin);
    }
}
