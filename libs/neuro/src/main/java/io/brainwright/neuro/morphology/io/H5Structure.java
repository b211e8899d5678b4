package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.SectionType;

/** What the rows of {@code structure} must keep: the soma first, rising offsets, parents before children, types of neurites. */
final class H5Structure {
    private final Findings findings;
    private final int[][] rows;
    private final int points;

    H5Structure(Findings findings, int[][] rows, int points) {
        this.findings = findings;
        this.rows = rows;
        this.points = points;
    }

    void check() {
        for (int s = 0; s < rows.length; s++) {
            row(s, rows[s], "dataset 'structure', row " + s);
        }
        findings.stopAtErrors();
    }

    private void row(int s, int[] row, String where) {
        int next = s + 1 < rows.length ? rows[s + 1][0] : points;
        if (s == 0 && (row[0] != 0 || row[1] != SectionType.SOMA || row[2] != -1)) {
            findings.error(
                    "SOMA_ROW", where, "%d %d %d".formatted(row[0], row[1], row[2]), "0 1 -1, as row 0 is the soma");
        }
        if (next <= row[0] || row[0] < 0 || next > points) {
            findings.clash(
                    "OFFSETS",
                    where,
                    "points %d up to %d of %d".formatted(row[0], next, points),
                    "at least one point per section",
                    s + 1 < rows.length ? "row %d, which begins at %d".formatted(s + 1, next) : "the number of points");
        }
        if (s > 0 && (row[1] <= SectionType.SOMA || row[1] > Byte.MAX_VALUE)) {
            findings.error("TYPE_UNKNOWN", where, "type " + row[1], "2 axon, 3 basal, 4 apical, 5 and more custom");
        }
        if (s > 0 && (row[2] < 0 || row[2] >= s)) {
            findings.error("PARENT_MISSING", where, "parent " + row[2], "0 to " + (s - 1) + ", an earlier section");
        }
    }
}
