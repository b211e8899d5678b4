package io.brainwright.sim.model.cell;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * One cell, discretised: nodes in an order where a parent always precedes its children.
 *
 * <p>A node is a compartment (area above 0) or a section's end (a zero-area node that joins compartments). Nodes are numbered
 * from 0, the root. Sections keep the numbers of the morphology; appended ones (axon stub) follow them. Made by
 * {@link CableTree}, {@link MorphologyCable} or {@link SwcCable}.
 */
public final class Compartments {
    private final int[] parent;
    private final double[] area_um2;
    private final double[] toParent_uS;
    private final double[] diameter_um;
    private final double[] path_um;
    private final int[] section;
    private final double[] x;
    private final List<SectionNodes> sections;

    Compartments(
            int[] parent,
            double[] area_um2,
            double[] toParent_uS,
            double[] diameter_um,
            double[] path_um,
            int[] section,
            double[] x,
            List<SectionNodes> sections) {
        this.parent = parent;
        this.area_um2 = area_um2;
        this.toParent_uS = toParent_uS;
        this.diameter_um = diameter_um;
        this.path_um = path_um;
        this.section = section;
        this.x = x;
        this.sections = List.copyOf(sections);
    }

    /**
     * Where a section's nodes are.
     *
     * @param id the section's own number
     * @param parent id of the parent section, -1 for the root
     * @param parentX where it attaches on the parent, 0 to 1
     * @param group "soma", "axon", "basal", "apical", "myelin" or a name of the case file
     * @param length_um length along the section
     * @param first node of its first compartment
     * @param count number of its compartments, in consecutive nodes
     * @param start node of its 0-end, -1 if there is none
     * @param end node of its 1-end, -1 if there is none
     * @param halves resistances at its two ends
     */
    public record SectionNodes(
            int id,
            int parent,
            double parentX,
            String group,
            double length_um,
            int first,
            int count,
            int start,
            int end,
            Halves halves) {
        /**
         * @param first_Mohm axial resistance from the 0-end to the middle of the first compartment
         * @param last_Mohm from the middle of the last compartment to the 1-end
         */
        public record Halves(double first_Mohm, double last_Mohm) {}
    }

    /** Number of nodes, zero-area ones included. */
    public int count() {
        return parent.length;
    }

    /** Parent node; -1 for the root. */
    public int parent(int node) {
        return parent[node];
    }

    /** Membrane area; 0 for a section's end. */
    public double area_um2(int node) {
        return area_um2[node];
    }

    /** Axial conductance to the parent node; 0 for the root. */
    public double toParent_uS(int node) {
        return toParent_uS[node];
    }

    /** Mean diameter along the compartment; 0 for a section's end. */
    public double diameter_um(int node) {
        return diameter_um[node];
    }

    /** Path distance from the middle of the soma to the node. */
    public double pathDistance_um(int node) {
        return path_um[node];
    }

    /** Section id that the node belongs to. */
    public int section(int node) {
        return sections.get(section[node]).id();
    }

    /** Position of the node along its section, 0 to 1. */
    public double x(int node) {
        return x[node];
    }

    /** Group of the node's section: "soma", "axon", "basal", "apical", "myelin" or a name of the case file. */
    public String group(int node) {
        return sections.get(section[node]).group();
    }

    public List<SectionNodes> sections() {
        return sections;
    }

    /**
     * The node of a place: compartment floor(x * compartments); x exactly 0 or 1 is the section's end.
     *
     * @param id section id
     * @param place 0 to 1 along the section
     */
    public int locate(int id, double place) {
        for (var s : sections) {
            if (s.id() == id) {
                return locate(s, place);
            }
        }
        throw new Problem(
                Kind.INVALID,
                "NO_SUCH_SECTION",
                "The cell has no section %d.".formatted(id),
                "Sections are those of its morphology, without the axon where a stub replaces it.",
                Map.of("section", String.valueOf(id)));
    }

    /**
     * The compartment (never a zero-area end) that holds a place; for synapses and reports.
     *
     * @param id section id
     * @param place 0 to 1 along the section
     */
    public int compartmentAt(int id, double place) {
        return locate(id, Math.clamp(place, 1e-12, 1 - 1e-12));
    }

    private static int locate(SectionNodes s, double place) {
        if (!(place >= 0 && place <= 1)) {
            throw new Problem(
                    Kind.INVALID,
                    "PLACE_OUT_OF_SECTION",
                    "Place x = %s on section %d.".formatted(place, s.id()),
                    "x runs from 0 to 1 along a section.",
                    Map.of("x", String.valueOf(place), "section", String.valueOf(s.id())));
        }
        if (place == 0 && s.start() >= 0) {
            return s.start();
        }
        if (place == 1 && s.end() >= 0) {
            return s.end();
        }
        return s.first() + Math.min((int) (place * s.count()), s.count() - 1);
    }
}
