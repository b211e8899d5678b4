package io.brainwright.sim.model.cell;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree.Piece;
import io.brainwright.sim.model.cell.SwcPoints.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Discretises an SWC file: the root point is the soma (a cylinder with length = diameter = 2 r), every unbranched chain of
 * points a section, numbered depth first in the order of the file.
 */
public final class SwcCable {
    private final Map<Integer, String> groups;
    private final double step_um;
    private final double Ra_ohm_cm;
    private final CableTree tree = new CableTree(false);
    private final Map<Integer, Point> points = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private int nextId = 1;

    private SwcCable(Map<Integer, String> groups, double step_um, double Ra_ohm_cm) {
        this.groups = groups;
        this.step_um = step_um;
        this.Ra_ohm_cm = Ra_ohm_cm;
    }

    /**
     * @param file the SWC file
     * @param groups membrane group of each SWC type; a type that is absent is refused
     * @param step_um longest compartment allowed
     * @param Ra_ohm_cm axial resistivity
     * @param append sections added to the soma
     */
    public static Compartments read(
            Path file, Map<Integer, String> groups, double step_um, double Ra_ohm_cm, List<Appended> append) {
        var cable = new SwcCable(groups, step_um, Ra_ohm_cm);
        int root = cable.readPoints(file);
        double soma_um = 2 * cable.point(root).r();
        cable.tree.add(0, -1, 0, "soma", List.of(Piece.cylinder(soma_um, soma_um, Ra_ohm_cm)));
        for (int child : cable.childrenOf(root)) {
            cable.section(0, List.of(), child);
        }
        MorphologyCable.append(cable.tree, cable.nextId, Ra_ohm_cm, append);
        return cable.tree.build();
    }

    private int readPoints(Path file) {
        int root = -1;
        for (var point : SwcPoints.read(file)) {
            points.put(point.id(), point);
            children.computeIfAbsent(point.parent(), _ -> new ArrayList<>()).add(point.id());
            root = point.parent() == -1 ? point.id() : root;
        }
        if (root < 0) {
            throw SwcPoints.wrong(file, 0, "no root point (parent -1)");
        }
        return root;
    }

    /** Adds the chain that begins at a point, then what grows from its end. */
    private void section(int parentId, List<Point> branchPoint, int first) {
        var chain = new ArrayList<>(branchPoint);
        int at = first;
        chain.add(point(at));
        while (childrenOf(at).size() == 1) {
            at = childrenOf(at).get(0);
            chain.add(point(at));
        }
        int id = nextId++;
        var group = groups.get(point(first).type());
        if (group == null) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_GROUP",
                    "SWC type %d has no membrane group.".formatted(point(first).type()),
                    "Map each type that the file uses to a group.",
                    Map.of("type", String.valueOf(point(first).type())));
        }
        tree.add(
                id,
                parentId,
                parentId == 0 ? 0.5 : 1,
                group,
                SwcPoints.frusta(chain, Ra_ohm_cm).pieces(step_um));
        for (int child : childrenOf(at)) {
            section(id, List.of(point(at)), child);
        }
    }

    private Point point(int id) {
        var point = points.get(id);
        if (point == null) {
            throw new IllegalStateException("no point " + id);
        }
        return point;
    }

    private List<Integer> childrenOf(int id) {
        return children.getOrDefault(id, List.of());
    }
}
