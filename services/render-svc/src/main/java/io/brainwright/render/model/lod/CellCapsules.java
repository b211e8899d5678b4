package io.brainwright.render.model.lod;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.render.model.lod.Route.Stretch;
import java.util.List;

/** Turns one cell into capsules: the soma a ball, neurites simplified and cut where a compartment ends. */
final class CellCapsules {
    private final DisplayFrame frame;
    private final LevelOfDetail level;
    private final CompartmentIndex index;

    CellCapsules(DisplayFrame frame, LevelOfDetail level, CompartmentIndex index) {
        this.frame = frame;
        this.level = level;
        this.index = index;
    }

    /**
     * @param cell the cell
     * @param number its place in its group
     * @param places where its points are drawn: in space, or in its dendrogram
     * @param body takes soma and dendrites
     * @param axon takes the axon
     */
    void add(DrawnCell cell, int number, Placing places, CapsuleList body, CapsuleList axon) {
        var m = cell.shape();
        index.requireSections(cell.node_id(), m);
        soma(cell, number, places, body);
        var paths_um = Route.paths_um(m);
        var stub = index.stub(cell.node_id(), m);
        for (int s = 1; s < m.sectionCount(); s++) {
            boolean isAxon = m.type(s) == SectionType.AXON;
            var spots = index.spots(cell.node_id(), s);
            var stretches = spots.isEmpty()
                    ? Route.axon(isAxon ? stub : List.of(), paths_um[s])
                    : Route.recorded(spots, m.length_um(s));
            section(m, s, paths_um[s], number, stretches, places, isAxon ? axon : body);
        }
    }

    private void soma(DrawnCell cell, int number, Placing places, CapsuleList into) {
        var m = cell.shape();
        var centre = new double[4];
        places.soma(centre);
        centre[3] = m.somaRadius_um();
        var spots = index.spots(cell.node_id(), 0);
        int word = spots.isEmpty()
                ? Word.notRecorded(number, SectionType.SOMA, 0)
                : Word.recorded(spots.get(spots.size() / 2).row());
        into.add(centre, centre, word);
    }

    private void section(
            Morphology m,
            int section,
            double path_um,
            int number,
            List<Stretch> stretches,
            Placing places,
            CapsuleList into) {
        var kept = Polyline.simplified(m, section, level.tolerance_um());
        var a = new double[4];
        var b = new double[4];
        var cut = new double[4];
        double walked_um = 0;
        int stretch = 0;
        places.point(section, kept[0], 0, a);
        a[3] = m.diameter(kept[0]) / 2;
        for (int k = 1; k < kept.length; k++) {
            double start_um = walked_um;
            for (int p = kept[k - 1]; p < kept[k]; p++) {
                walked_um += m.segmentLength_um(p);
            }
            places.point(section, kept[k], walked_um, b);
            b[3] = m.diameter(kept[k]) / 2;
            var from = a.clone();
            double at_um = start_um;
            while (stretches.get(stretch).end_um() < walked_um) {
                double t = walked_um == start_um
                        ? 1
                        : (stretches.get(stretch).end_um() - start_um) / (walked_um - start_um);
                for (int i = 0; i < 4; i++) {
                    cut[i] = a[i] + t * (b[i] - a[i]);
                }
                if (stretches.get(stretch).end_um() > at_um) {
                    into.add(from, cut, word(stretches.get(stretch), m, section, number, path_um + at_um));
                }
                System.arraycopy(cut, 0, from, 0, 4);
                at_um = Math.max(at_um, stretches.get(stretch).end_um());
                stretch++;
            }
            into.add(from, b, word(stretches.get(stretch), m, section, number, path_um + at_um));
            System.arraycopy(b, 0, a, 0, 4);
        }
    }

    private static int word(Stretch stretch, Morphology m, int section, int number, double path_um) {
        return stretch.row() >= 0 ? Word.recorded(stretch.row()) : Word.notRecorded(number, m.type(section), path_um);
    }

    /** Where the points of one cell are drawn. */
    interface Placing {
        /** The soma's centre into the first three places of {@code out}. */
        void soma(double[] out);

        /**
         * A point of a section.
         *
         * @param walked_um its path distance from the section's beginning
         */
        void point(int section, int point, double walked_um, double[] out);
    }

    /** In space. */
    Placing inSpace(DrawnCell cell) {
        var m = cell.shape();
        return new Placing() {
            @Override
            public void soma(double[] out) {
                cell.place(frame, 0, 0, 0, out);
            }

            @Override
            public void point(int section, int point, double walked_um, double[] out) {
                cell.place(frame, m.x(point), m.y(point), m.z(point), out);
            }
        };
    }
}
