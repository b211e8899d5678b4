package io.brainwright.sim.model.cell;

import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins sections to a tree of nodes.
 *
 * <p>The axial resistance between two compartments is the sum of their two halves; a section's end is a node without area. An
 * end that joins nothing carries no current, its voltage is its neighbour's, and it is left out unless {@code keepEnds}.
 */
public final class CableTree {
    private final boolean keepEnds;
    private final List<Integer> parent = new ArrayList<>();
    private final List<double[]> node = new ArrayList<>(); // area, conductance, diameter, path, x
    private final List<Integer> section = new ArrayList<>();
    private final List<SectionNodes> sections = new ArrayList<>();
    private final Map<Integer, Integer> placeOf = new HashMap<>();
    private final List<Double> halfAtEnd_Mohm = new ArrayList<>();

    /** @param keepEnds keep also the ends of sections where nothing attaches, so that currents can be injected there */
    public CableTree(boolean keepEnds) {
        this.keepEnds = keepEnds;
    }

    /**
     * One piece of membrane between two resistances.
     *
     * @param area_um2 membrane area
     * @param proximal_Mohm axial resistance from its 0-side to its middle
     * @param distal_Mohm from its middle to its 1-side
     * @param diameter_um mean diameter
     * @param length_um length along the section
     */
    public record Piece(
            double area_um2, double proximal_Mohm, double distal_Mohm, double diameter_um, double length_um) {

        /** A cylinder; R = Ra l / (pi r^2), 1 ohm cm um / um^2 = 1e-2 Mohm. */
        public static Piece cylinder(double length_um, double diameter_um, double Ra_ohm_cm) {
            double half_Mohm = 1e-2 * Ra_ohm_cm * (length_um / 2) / (Math.PI * diameter_um * diameter_um / 4);
            return new Piece(Math.PI * diameter_um * length_um, half_Mohm, half_Mohm, diameter_um, length_um);
        }
    }

    /** The same cylinder cut in equal pieces. */
    public static List<Piece> cylinders(double length_um, double diameter_um, int count, double Ra_ohm_cm) {
        return Collections.nCopies(count, Piece.cylinder(length_um / count, diameter_um, Ra_ohm_cm));
    }

    /**
     * Adds a section; its parent must have been added before.
     *
     * @param id the section's number
     * @param parentId its parent's number, -1 for the root
     * @param parentX where its 0-end attaches on the parent, 0 to 1
     * @param group name of its membrane group
     * @param pieces its compartments from 0-end to 1-end
     */
    public void add(int id, int parentId, double parentX, String group, List<Piece> pieces) {
        double length_um = pieces.stream().mapToDouble(Piece::length_um).sum();
        int place = sections.size();
        boolean root = parentId < 0;
        double path_um = root ? -length_um / 2 : attachPath_um(parentId, parentX);
        int start = -1;
        int before = -1;
        if (root && keepEnds) {
            start = addNode(-1, place, 0, 0, 0, length_um / 2, 0);
            before = start;
        } else if (!root) {
            before = attachNode(parentId, parentX);
        }
        double done_um = 0;
        double half_Mohm = 0;
        int first = parent.size();
        for (var piece : pieces) {
            double middle_um = done_um + piece.length_um() / 2;
            double conductance_uS = before < 0 ? 0 : 1 / (half_Mohm + piece.proximal_Mohm());
            before = addNode(
                    before,
                    place,
                    piece.area_um2(),
                    conductance_uS,
                    piece.diameter_um(),
                    Math.abs(path_um + middle_um),
                    middle_um / length_um);
            half_Mohm = piece.distal_Mohm();
            done_um += piece.length_um();
        }
        var ends = new SectionNodes.Halves(
                pieces.getFirst().proximal_Mohm(), pieces.getLast().distal_Mohm());
        placeOf.put(id, place);
        halfAtEnd_Mohm.add(half_Mohm);
        sections.add(new SectionNodes(id, parentId, parentX, group, length_um, first, pieces.size(), start, -1, ends));
        if (keepEnds) {
            endNode(place);
        }
    }

    /** The finished tree. */
    public Compartments build() {
        return new Compartments(
                parent.stream().mapToInt(i -> i).toArray(),
                column(0),
                column(1),
                column(2),
                column(3),
                section.stream().mapToInt(i -> i).toArray(),
                column(4),
                sections);
    }

    private double[] column(int c) {
        return node.stream().mapToDouble(row -> row[c]).toArray();
    }

    private double attachPath_um(int parentId, double parentX) {
        var s = section(parentId);
        double halfPiece_um = s.length_um() / s.count() / 2;
        double start_um = s.parent() < 0 ? -s.length_um() / 2 : node.get(s.first())[3] - halfPiece_um;
        return Math.abs(start_um + parentX * s.length_um());
    }

    private int attachNode(int parentId, double parentX) {
        var s = section(parentId);
        if (parentX == 1) {
            return endNode(place(parentId));
        }
        if (parentX == 0) {
            return s.start() >= 0 ? s.start() : s.parent() < 0 ? s.first() : parent.get(s.first());
        }
        return s.first() + Math.min((int) (parentX * s.count()), s.count() - 1);
    }

    private int endNode(int place) {
        var s = sections.get(place);
        if (s.end() >= 0) {
            return s.end();
        }
        int last = s.first() + s.count() - 1;
        double path_um = node.get(last)[3] + s.length_um() / s.count() / 2;
        int end = addNode(last, place, 0, 1 / halfAtEnd_Mohm.get(place), 0, path_um, 1);
        sections.set(
                place,
                new SectionNodes(
                        s.id(),
                        s.parent(),
                        s.parentX(),
                        s.group(),
                        s.length_um(),
                        s.first(),
                        s.count(),
                        s.start(),
                        end,
                        s.halves()));
        return end;
    }

    private int addNode(
            int before, int place, double area_um2, double g_uS, double diameter_um, double path_um, double x) {
        parent.add(before);
        section.add(place);
        node.add(new double[] {area_um2, g_uS, diameter_um, path_um, x});
        return parent.size() - 1;
    }

    private SectionNodes section(int id) {
        return sections.get(place(id));
    }

    private int place(int id) {
        var place = placeOf.get(id);
        if (place == null) {
            throw new IllegalArgumentException("section " + id + " must be added before its children");
        }
        return place;
    }
}
