package io.brainwright.render.model.movie;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.scenefile.Overlay.Probe;
import io.brainwright.render.model.world.Compartments;
import io.brainwright.render.model.world.Neurites;
import java.util.List;
import java.util.Map;

/** Which compartment a probe means. */
final class Probes {
    private Probes() {}

    /** The compartment nearest to what the probe says. */
    static int compartment(Probe probe, List<PlacedCell> cells, Compartments where) {
        var recorded = cells.stream().filter(c -> where.has(c.node_id())).toList();
        var wanted = probe.node_id();
        if (wanted != null && recorded.stream().noneMatch(c -> c.node_id() == wanted)) {
            throw notRecorded("cell " + wanted, recorded);
        }
        if (recorded.isEmpty()) {
            throw notRecorded("any of the scene's cells", recorded);
        }
        var cell = recorded.stream()
                .filter(c -> wanted == null || c.node_id() == wanted)
                .findFirst()
                .orElseThrow();
        int[] pair = new int[2];
        int section = section(probe, cell);
        double x = Double.isNaN(probe.distance_um()) ? probe.x() : x(probe, cell, section);
        float share = where.about(cell.node_id(), section, x, pair);
        if (pair[0] < 0) {
            throw notRecorded(
                    "section %d (%s) of cell %d".formatted(section, probe.section(), cell.node_id()), recorded);
        }
        return share < 0.5f ? pair[0] : pair[1];
    }

    /** The section by number, or that of the named type whose path comes nearest to the distance (the first, without one). */
    private static int section(Probe probe, PlacedCell cell) {
        var m = cell.morphology();
        if (probe.section().matches("[0-9]+")) {
            return Integer.parseInt(probe.section());
        }
        int type = Neurites.type(probe.section().split("[.]")[0]);
        if (type == SectionType.SOMA) {
            return 0;
        }
        double[] paths = Neurites.paths_um(m);
        double wanted = Double.isNaN(probe.distance_um()) ? 0 : probe.distance_um();
        if (probe.section().endsWith("tuft") && Double.isNaN(probe.distance_um())) {
            wanted = Double.MAX_VALUE;
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        double widest = 0;
        for (int s = 1; s < m.sectionCount(); s++) {
            if (m.type(s) != type) {
                continue;
            }
            double end = paths[s] + m.length_um(s);
            double off = wanted < paths[s] ? paths[s] - wanted : Math.max(0, wanted - end);
            double width = m.diameter(m.begin(s));
            if (off < least || off == least && width > widest) {
                best = s;
                least = off;
                widest = width;
            }
        }
        return Math.max(best, 0);
    }

    private static double x(Probe probe, PlacedCell cell, int section) {
        var m = cell.morphology();
        double length = m.length_um(section);
        double from = Neurites.paths_um(m)[section];
        return length > 0 ? Math.clamp((probe.distance_um() - from) / length, 0.0, 1.0) : 0.5;
    }

    private static Problem notRecorded(String what, List<PlacedCell> recorded) {
        return new Problem(
                Kind.NOT_FOUND,
                "CELL_NOT_RECORDED",
                "The report holds no voltage of %s.".formatted(what),
                recorded.isEmpty()
                        ? "Give the report of a run of these cells."
                        : "Recorded are cells %s."
                                .formatted(recorded.stream()
                                        .limit(8)
                                        .map(c -> String.valueOf(c.node_id()))
                                        .toList()),
                Map.of("what", what));
    }
}
