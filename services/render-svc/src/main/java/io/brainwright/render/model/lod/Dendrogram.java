package io.brainwright.render.model.lod;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;

/**
 * A cell laid flat: height is path distance from the soma, apical trees up, basal and axonal ones down; every tip has a column of
 * its own, a fork stands over the middle of its tips.
 *
 * <p>A section begins over its parent's column and reaches its own at its end, so that neurites stay whole while a picture turns
 * from space into the plane.
 */
final class Dendrogram implements CellCapsules.Placing {
    /** Distance between neighbouring tips: chosen, so that a rat pyramidal cell is about as wide as high. */
    private static final double TIP_GAP_UM = 14;

    private final Morphology m;
    private final double[] soma = new double[3];
    private final double[] column_um;
    private final double[] paths_um;

    Dendrogram(DrawnCell cell, DisplayFrame frame) {
        this.m = cell.shape();
        cell.place(frame, 0, 0, 0, soma);
        this.paths_um = Route.paths_um(m);
        this.column_um = columns(m);
    }

    @Override
    public void soma(double[] out) {
        System.arraycopy(soma, 0, out, 0, 3);
    }

    @Override
    public void point(int section, int point, double walked_um, double[] out) {
        double length_um = m.length_um(section);
        double share = length_um == 0 ? 1 : Math.min(1, walked_um / Math.min(length_um, 3 * TIP_GAP_UM));
        double from = m.parent(section) <= 0 ? 0 : column_um[m.parent(section)];
        double up = m.type(section) == SectionType.APICAL ? 1 : -1;
        out[0] = soma[0] + from + share * (column_um[section] - from);
        out[1] = soma[1] + up * (paths_um[section] + walked_um);
        out[2] = soma[2];
    }

    private static double[] columns(Morphology m) {
        var column = new double[m.sectionCount()];
        for (boolean upper : new boolean[] {true, false}) {
            int tips = 0;
            var first = new double[m.sectionCount()];
            var last = new double[m.sectionCount()];
            var isFork = new boolean[m.sectionCount()];
            for (int s = 1; s < m.sectionCount(); s++) {
                isFork[Math.max(0, m.parent(s))] = true;
            }
            for (int s = 1; s < m.sectionCount(); s++) {
                if ((m.type(s) == SectionType.APICAL) == upper && !isFork[s]) {
                    first[s] = tips;
                    last[s] = tips++;
                }
            }
            var seen = new boolean[m.sectionCount()];
            for (int s = m.sectionCount() - 1; s > 0; s--) {
                if ((m.type(s) == SectionType.APICAL) == upper) {
                    column[s] = ((first[s] + last[s]) / 2 - (tips - 1) / 2.0) * TIP_GAP_UM;
                    int parent = m.parent(s);
                    if (parent > 0) {
                        first[parent] = seen[parent] ? Math.min(first[parent], first[s]) : first[s];
                        last[parent] = seen[parent] ? Math.max(last[parent], last[s]) : last[s];
                        seen[parent] = true;
                    }
                }
            }
        }
        return column;
    }
}
