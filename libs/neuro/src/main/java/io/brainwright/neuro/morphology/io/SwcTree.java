package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Cuts the points of one SWC file into sections, at forks and where the type changes. */
final class SwcTree {
    private record Start(int row, int parentSection) {}

    private final SwcRows rows;
    private final Draft draft;
    private final int[] type;
    private final List<List<Integer>> children = new ArrayList<>();

    /**
     * @param draft the soma is already in it
     */
    SwcTree(SwcRows rows, Draft draft) {
        this.rows = rows;
        this.draft = draft;
        this.type = new int[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            children.add(new ArrayList<>());
            type[r] = rows.row(r).type();
        }
        for (int r = 0; r < rows.size(); r++) {
            int parent = rows.parent(r);
            if (!rows.isDropped(r) && parent >= 0) {
                children.get(parent).add(r);
            }
        }
        types();
        rows.findings().stopAtErrors();
    }

    private void types() {
        for (int r = 0; r < type.length; r++) {
            if (type[r] < 0 || type[r] > Byte.MAX_VALUE) {
                rows.findings()
                        .error(
                                "TYPE_UNKNOWN",
                                rows.row(r).where(),
                                "type " + type[r],
                                "1 soma, 2 axon, 3 basal, 4 apical, up to 127");
            } else if (type[r] == 0
                    && rows.findings()
                            .repairable(
                                    "TYPE_UNDEFINED",
                                    rows.row(r).where(),
                                    "type 0",
                                    "1 soma, 2 axon, 3 basal, 4 apical, up to 127",
                                    "",
                                    "it takes its parent's type, or basal on the soma")) {
                int parent = rows.parent(r);
                type[r] = parent >= 0 && type[parent] > SectionType.SOMA ? type[parent] : SectionType.BASAL;
            }
        }
    }

    void assemble() {
        var starts = new ArrayDeque<Start>();
        for (byte group : new byte[] {SectionType.AXON, SectionType.BASAL, SectionType.APICAL, 0}) {
            for (int r = 0; r < rows.size(); r++) {
                if (isRoot(r) && wanted(type[r], group)) {
                    starts.push(new Start(r, 0));
                    grow(starts);
                }
            }
        }
    }

    private static boolean wanted(int type, byte group) {
        return group == 0 ? type > SectionType.APICAL : type == group;
    }

    private boolean isRoot(int r) {
        if (rows.isDropped(r) || type[r] == SectionType.SOMA) {
            return false;
        }
        int parent = rows.parent(r);
        return parent < 0 || type[parent] == SectionType.SOMA;
    }

    private void grow(ArrayDeque<Start> starts) {
        while (!starts.isEmpty()) {
            var start = starts.pop();
            int r = start.row();
            int section = draft.section(start.parentSection(), type[r]);
            if (start.parentSection() > 0) {
                point(rows.parent(r));
            } else if (rows.parent(r) < 0) {
                rows.findings()
                        .warn(
                                "TREE_APART",
                                rows.row(r).where(),
                                "a tree that hangs on nothing",
                                "a tree that hangs on the soma");
            }
            point(r);
            while (children.get(r).size() == 1 && type[children.get(r).getFirst()] == type[r]) {
                r = children.get(r).getFirst();
                point(r);
            }
            for (int child : children.get(r).reversed()) {
                starts.push(new Start(child, section));
            }
        }
    }

    private void point(int r) {
        var row = rows.row(r);
        draft.point(row.x(), row.y(), row.z(), 2 * row.radius(), row.line());
    }
}
