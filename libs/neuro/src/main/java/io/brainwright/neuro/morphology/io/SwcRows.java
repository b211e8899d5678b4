package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The points of one SWC file as a forest that is known to be sound: ids unique, parents present, no cycle, finite numbers. */
final class SwcRows {
    private static final int NO_PARENT = -1;

    private final Findings findings;
    private final List<SwcLine> rows = new ArrayList<>();
    private final Map<Integer, Integer> rowOf = new HashMap<>();
    private int[] parent = {};
    private boolean[] dropped = {};

    SwcRows(Findings findings, List<String> lines) {
        this.findings = findings;
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                var row = SwcLine.read(findings, i + 1, text);
                if (row != null) {
                    add(row);
                }
            }
        }
        findings.stopAtErrors();
        if (rows.isEmpty()) {
            throw findings.fatal("NO_POINTS", "the whole file", "no points", "lines of id type x y z radius parent");
        }
        link();
        breakCycles();
        findings.stopAtErrors();
        numbers();
        findings.stopAtErrors();
    }

    private void add(SwcLine row) {
        var earlier = rowOf.putIfAbsent(row.id(), rows.size());
        if (earlier == null) {
            rows.add(row);
            return;
        }
        var first = rows.get(earlier);
        var clash = "line %d (%s)".formatted(first.line(), said(first));
        if (said(first).equals(said(row))) {
            findings.repairable(
                    "ID_TWICE",
                    row.where(),
                    "id %d again (%s)".formatted(row.id(), said(row)),
                    "an id that no other line has",
                    clash,
                    "the second of the two equal lines is left out");
        } else {
            findings.clash(
                    "ID_TWICE",
                    row.where(),
                    "id %d again (%s)".formatted(row.id(), said(row)),
                    "an id that no other line has",
                    clash);
        }
    }

    private static String said(SwcLine r) {
        return "type %d at %s %s %s, radius %s, parent %d"
                .formatted(r.type(), r.x(), r.y(), r.z(), r.radius(), r.parentId());
    }

    private void link() {
        parent = new int[rows.size()];
        dropped = new boolean[rows.size()];
        for (int r = 0; r < parent.length; r++) {
            var row = rows.get(r);
            var found = row.parentId() == -1 ? Integer.valueOf(NO_PARENT) : rowOf.get(row.parentId());
            if (found == null) {
                findings.repairable(
                        "PARENT_MISSING",
                        row.where(),
                        "parent " + row.parentId(),
                        "-1 or the id of a point in the file",
                        "",
                        "the point starts a tree of its own on the soma");
            } else if (found > r) {
                findings.warn(
                        "PARENT_LATER",
                        row.where(),
                        "parent %d, which stands in line %d"
                                .formatted(row.parentId(), rows.get(found).line()),
                        "the id of a point in an earlier line");
            }
            parent[r] = found == null ? NO_PARENT : found;
        }
    }

    private void breakCycles() {
        byte[] state = new byte[parent.length]; // 1 on the way, 2 leads to a root
        for (int start = 0; start < parent.length; start++) {
            int r = start;
            while (r >= 0 && state[r] == 0) {
                state[r] = 1;
                r = parent[r];
            }
            if (r >= 0 && state[r] == 1) {
                var row = rows.get(r);
                findings.clash(
                        "CYCLE",
                        row.where(),
                        "point %d, whose line of parents leads back to itself".formatted(row.id()),
                        "parents that lead to a point with parent -1",
                        "%s (point %d is its parent)"
                                .formatted(rows.get(parent[r]).where(), row.parentId()));
            }
            for (int q = start; q >= 0 && state[q] == 1; q = parent[q]) {
                state[q] = 2;
            }
        }
    }

    private void numbers() {
        int[] offspring = new int[parent.length];
        for (int p : parent) {
            if (p >= 0) {
                offspring[p]++;
            }
        }
        for (int r = 0; r < parent.length; r++) {
            var row = rows.get(r);
            if (!row.isFinite()) {
                notFinite(r, row, offspring[r]);
            } else if (row.radius() < 0) {
                if (findings.repairable(
                        "RADIUS_NEGATIVE",
                        row.where(),
                        "radius " + row.radius(),
                        "0 or more",
                        "",
                        parent[r] >= 0 ? "it takes its parent's radius" : "")) {
                    float radius = parent[r] >= 0 ? rows.get(parent[r]).radius() : 0;
                    rows.set(
                            r,
                            new SwcLine(
                                    row.line(),
                                    row.id(),
                                    row.type(),
                                    row.x(),
                                    row.y(),
                                    row.z(),
                                    radius,
                                    row.parentId()));
                }
            } else if (row.radius() == 0 && row.type() != SectionType.SOMA) {
                findings.warn("RADIUS_ZERO", row.where(), "radius 0", "more than 0");
            }
        }
    }

    private void notFinite(int r, SwcLine row, int offspring) {
        boolean inside = parent[r] >= 0 && row.type() != SectionType.SOMA && offspring <= 1;
        if (findings.repairable(
                "NOT_FINITE",
                row.where(),
                "%s %s %s, radius %s".formatted(row.x(), row.y(), row.z(), row.radius()),
                "finite numbers",
                "",
                inside ? "the point is left out and its neighbours are joined" : "")) {
            if (!inside) {
                findings.error(
                        "NOT_FINITE", row.where(), "a root, fork or soma point without a place", "finite numbers");
            }
            dropped[r] = true;
        }
    }

    int size() {
        return rows.size();
    }

    SwcLine row(int r) {
        return rows.get(r);
    }

    boolean isDropped(int r) {
        return dropped[r];
    }

    void drop(int r) {
        dropped[r] = true;
    }

    /** Row of the nearest kept parent, or -1. */
    int parent(int r) {
        int p = parent[r];
        while (p >= 0 && dropped[p]) {
            p = parent[p];
        }
        return p;
    }

    Findings findings() {
        return findings;
    }
}
