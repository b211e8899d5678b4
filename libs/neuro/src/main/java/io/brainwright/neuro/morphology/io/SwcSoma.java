package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.SomaShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the conventions for a soma an SWC file follows, and what the soma then is.
 *
 * <p>One point is a sphere. Three points of which two hang on the first are the NeuroMorpho.Org convention: a cylinder as long as
 * wide, 2r, which has the area of the sphere of radius r. A chain is a row of truncated cones. A soma that forks is a tree of
 * cones; what is kept of it is the sphere of equal area at its first point.
 */
final class SwcSoma {
    private final SwcRows rows;
    private final Findings findings;
    private final List<Integer> soma = new ArrayList<>();

    SwcSoma(SwcRows rows) {
        this.rows = rows;
        this.findings = rows.findings();
        int first = -1;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.row(r).type() != SectionType.SOMA || rows.isDropped(r)) {
                continue;
            }
            int parent = rows.parent(r);
            if (parent >= 0 && rows.row(parent).type() != SectionType.SOMA) {
                findings.clash(
                        "SOMA_ON_NEURITE",
                        rows.row(r).where(),
                        "a soma point",
                        "soma points whose parent is -1 or of the soma",
                        "its parent in %s, of type %d"
                                .formatted(
                                        rows.row(parent).where(),
                                        rows.row(parent).type()));
            } else if (parent < 0 && first >= 0) {
                second(r, first);
                continue;
            } else if (parent < 0) {
                first = r;
            }
            soma.add(r);
        }
        soma.removeIf(rows::isDropped);
        findings.stopAtErrors();
    }

    private void second(int r, int first) {
        if (findings.repairable(
                "SOMA_TWICE",
                rows.row(r).where(),
                "a second soma that does not hang on the first",
                "one soma",
                rows.row(first).where(),
                "the later soma is left out and its trees start on the first")) {
            rows.drop(r);
            for (int q = 0; q < rows.size(); q++) {
                if (q != r && rows.row(q).type() == SectionType.SOMA && reaches(q, r)) {
                    rows.drop(q);
                }
            }
        }
    }

    private boolean reaches(int row, int ancestor) {
        int r = row;
        for (int step = 0; r >= 0 && step < rows.size(); step++) {
            if (rows.row(r).parentId() == rows.row(ancestor).id()) {
                return true;
            }
            r = rows.parent(r);
        }
        return false;
    }

    /** Writes the soma as section 0. */
    SomaShape write(Draft draft) {
        draft.section(-1, SectionType.SOMA);
        if (soma.isEmpty()) {
            return missing(draft);
        }
        if (soma.size() == 1 || isThreePoint()) {
            point(draft, soma.getFirst(), rows.row(soma.getFirst()).radius());
            return SomaShape.SPHERE;
        }
        if (isChain()) {
            soma.forEach(r -> point(draft, r, rows.row(r).radius()));
            return isOutline() ? outline() : SomaShape.CYLINDERS;
        }
        findings.warn(
                "SOMA_FORKS",
                rows.row(soma.getFirst()).where(),
                "a soma of %d points that forks".formatted(soma.size()),
                "one point, three points or a chain; taken as the sphere of equal area");
        point(draft, soma.getFirst(), (float) Math.sqrt(area_um2() / (4 * Math.PI)));
        return SomaShape.SPHERE;
    }

    /** Outlines of Neurolucida files come into SWC as chains without radius. */
    private boolean isOutline() {
        return soma.size() > 2 && soma.stream().allMatch(r -> rows.row(r).radius() == 0);
    }

    private SomaShape outline() {
        findings.warn(
                "SOMA_OUTLINE",
                rows.row(soma.getFirst()).where(),
                "a chain of %d soma points without radius".formatted(soma.size()),
                "a radius at each point of a chain; taken as the outline of the soma");
        return SomaShape.CONTOUR;
    }

    private SomaShape missing(Draft draft) {
        if (!findings.repairable(
                "SOMA_MISSING",
                "the whole file",
                "no point of type 1",
                "a soma of at least one point",
                "",
                "a soma is put at the mean of the first points of the trees, with their mean radius")) {
            findings.stopAtErrors();
        }
        double[] sum = new double[4];
        int n = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.parent(r) < 0 && !rows.isDropped(r)) {
                var row = rows.row(r);
                sum[0] += row.x();
                sum[1] += row.y();
                sum[2] += row.z();
                sum[3] += row.radius();
                n++;
            }
        }
        draft.point((float) (sum[0] / n), (float) (sum[1] / n), (float) (sum[2] / n), (float) (2 * sum[3] / n), 0);
        return SomaShape.SPHERE;
    }

    private void point(Draft draft, int r, float radius) {
        var row = rows.row(r);
        draft.point(row.x(), row.y(), row.z(), 2 * radius, row.line());
    }

    private boolean isThreePoint() {
        int first = soma.getFirst();
        return soma.size() == 3 && rows.parent(soma.get(1)) == first && rows.parent(soma.get(2)) == first;
    }

    private boolean isChain() {
        for (int i = 1; i < soma.size(); i++) {
            if (rows.parent(soma.get(i)) != soma.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private double area_um2() {
        double area = 0;
        for (int r : soma) {
            int p = rows.parent(r);
            if (p >= 0) {
                var a = rows.row(r);
                var b = rows.row(p);
                double h = Math.sqrt(Math.pow((double) a.x() - b.x(), 2)
                        + Math.pow((double) a.y() - b.y(), 2)
                        + Math.pow((double) a.z() - b.z(), 2));
                double step = (double) a.radius() - b.radius();
                area += Math.PI * (a.radius() + b.radius()) * Math.sqrt(h * h + step * step);
            }
        }
        return area;
    }
}
