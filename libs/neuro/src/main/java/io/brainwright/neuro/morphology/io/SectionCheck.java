package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.SectionType;
import java.util.function.IntFunction;

/**
 * What every format's sections must keep: numbers are finite, diameters not negative, a section has a length. A repair leaves out
 * what has no length and hangs its children on its parent.
 */
final class SectionCheck {
    private static final String[] COLUMN = {"x", "y", "z", "diameter"};

    private final Findings findings;
    private final IntFunction<String> where;

    /**
     * @param where says a point's place in the words of its format, e.g. "line 6"
     */
    SectionCheck(Findings findings, IntFunction<String> where) {
        this.findings = findings;
        this.where = where;
    }

    /** Checks, and repairs where asked; gives the draft to build from. */
    Draft check(Draft draft) {
        numbers(draft);
        findings.stopAtErrors();
        boolean repaired = false;
        boolean[] empty = new boolean[draft.sections()];
        for (int s = 1; s < draft.sections(); s++) {
            empty[s] = isPoint(draft, s);
            if (empty[s]) {
                int p = draft.end(s) - 1;
                repaired |= findings.repairable(
                        "SECTION_WITHOUT_LENGTH",
                        where.apply(draft.place(p)),
                        "a section (%s) all of whose points lie at %s %s %s"
                                .formatted(
                                        SectionType.name(draft.type(s)),
                                        draft.at(0, p),
                                        draft.at(1, p),
                                        draft.at(2, p)),
                        "a section longer than 0 um",
                        "",
                        "it is left out and its children start on its parent");
            } else {
                doublePoints(draft, s);
            }
        }
        findings.stopAtErrors();
        return repaired ? without(draft, empty) : draft;
    }

    private void numbers(Draft draft) {
        for (int s = 0; s < draft.sections(); s++) {
            for (int p = draft.begin(s); p < draft.end(s); p++) {
                for (int c = 0; c < 4; c++) {
                    number(draft, s, p, c);
                }
            }
        }
    }

    private void number(Draft draft, int s, int p, int c) {
        float v = draft.at(c, p);
        if (!Float.isFinite(v)) {
            findings.error(
                    "NOT_FINITE", where.apply(draft.place(p)), "%s %s".formatted(COLUMN[c], v), "a finite number");
        } else if (c == 3 && v < 0) {
            boolean inside = p > draft.begin(s);
            if (findings.repairable(
                    "DIAMETER_NEGATIVE",
                    where.apply(draft.place(p)),
                    "diameter " + v,
                    "0 or more",
                    "",
                    inside ? "it takes the diameter of the point before" : "")) {
                draft.set(3, p, inside ? draft.at(3, p - 1) : 0);
            }
        }
    }

    private static boolean isPoint(Draft draft, int s) {
        if (draft.parent(s) == 0 && draft.end(s) - draft.begin(s) == 1) {
            return false; // a stub of one point on the soma: SWC and H5 both know it
        }
        for (int p = draft.begin(s) + 1; p < draft.end(s); p++) {
            if (!draft.samePosition(p, p - 1)) {
                return false;
            }
        }
        return true;
    }

    private void doublePoints(Draft draft, int s) {
        for (int p = draft.begin(s) + 1; p < draft.end(s); p++) {
            if (draft.samePosition(p, p - 1)) {
                findings.warn(
                        "POINT_TWICE",
                        where.apply(draft.place(p)),
                        "the place of the point before it, %s %s %s"
                                .formatted(draft.at(0, p), draft.at(1, p), draft.at(2, p)),
                        "another place than the point before");
            }
        }
    }

    private static Draft without(Draft draft, boolean[] empty) {
        var kept = new Draft();
        int[] index = new int[draft.sections()];
        for (int s = 0; s < draft.sections(); s++) {
            int parent = draft.parent(s);
            if (empty[s]) {
                index[s] = index[parent];
                continue;
            }
            index[s] = kept.section(parent < 0 ? -1 : index[parent], draft.type(s));
            for (int p = draft.begin(s); p < draft.end(s); p++) {
                kept.copy(draft, p);
            }
        }
        return kept;
    }
}
