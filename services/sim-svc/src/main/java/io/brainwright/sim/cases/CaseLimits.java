package io.brainwright.sim.cases;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a case may claim at most: looked at before memory or hours are spent on it. */
final class CaseLimits {
    private static final double MOST_COMPARTMENTS = 2e7; // chosen: some 10 GB of a laptop that has 16
    private static final double MOST_CELLS = 1e6;
    private static final double MOST_STEPS = 1e9; // chosen: 25 s of biological time at 25 us for each of a thousand
    private static final double MOST_SYNAPSES = 1e7;
    private static final int BYTES_PER_SAMPLE = 32; // a double in an array of its own

    private final CaseFile file;
    private final JsonNode root;

    private CaseLimits(CaseFile file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** @throws Problem TOO_LARGE or INVALID with the value that is out of bounds */
    static void check(CaseFile file, JsonNode root) {
        var limits = new CaseLimits(file, root);
        limits.run();
        limits.cells();
    }

    private void run() {
        double dt_ms = number(root.path("run"), "dt_ms", 0);
        double tstop_ms = number(root.path("run"), "tstop_ms", 0);
        if (!(dt_ms > 0) || !(tstop_ms > 0)) {
            throw file.wrong(
                    "'run' has dt_ms %s and tstop_ms %s, which must be more than 0".formatted(dt_ms, tstop_ms));
        }
        double steps = tstop_ms / dt_ms;
        most("steps of time", steps, MOST_STEPS);
        double samples = steps * root.path("records").size() * BYTES_PER_SAMPLE;
        most("bytes of recorded samples", samples, Runtime.getRuntime().maxMemory() / 2.0);
    }

    private void cells() {
        double cells = 0;
        double compartments = 0;
        for (var cell : root.path("cells")) {
            double count = number(cell, "count", 1);
            double pieces = sections(cell.path("sections"));
            cells += count;
            compartments += Math.max(1, pieces) * count;
            most("compartments in one cell", pieces, MOST_COMPARTMENTS);
        }
        most("cells", cells, MOST_CELLS);
        most("compartments", compartments, MOST_COMPARTMENTS);
        for (var rule : root.path("synapse_rules")) {
            double each = number(rule, "k_to", 0) - number(rule, "k_from", 0) + 1;
            most(
                    "synapses by rule",
                    each * cells * Math.max(1, rule.path("inputs").size()),
                    MOST_SYNAPSES);
        }
    }

    /** Compartments of all sections, which are a tree: each after its parent, each with a number of its own. */
    private double sections(JsonNode sections) {
        double pieces = 0;
        var seen = new HashSet<Integer>();
        for (var section : sections) {
            double here = number(section, "compartments", 0);
            if (!(here >= 1) || here != Math.rint(here)) {
                throw file.wrong("a section has %s compartments; it needs a whole number from 1".formatted(here));
            }
            pieces += here;
            int id = (int) number(section, "id", 0);
            int parent = (int) number(section, "parent", -1);
            if (parent >= 0 && !seen.contains(parent)) {
                throw file.wrong("section %d has the parent %d, which is none of the sections before it: %s"
                        .formatted(id, parent, new TreeSet<>(seen)));
            }
            if (!seen.add(id)) {
                throw file.wrong("two sections of a cell have the id %d".formatted(id));
            }
        }
        return pieces;
    }

    private void most(String what, double found, double allowed) {
        if (!(found <= allowed)) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "CASE_TOO_LARGE",
                    "%s asks for %.4g %s; at most %.4g are taken."
                            .formatted(file.path().getFileName(), found, what, allowed),
                    "Cut the case in parts.",
                    Map.of(
                            "path",
                            file.path().toString(),
                            "what",
                            what,
                            "found",
                            String.valueOf(found),
                            "most",
                            String.valueOf(allowed)));
        }
    }

    private double number(JsonNode node, String name, double otherwise) {
        var value = node.path(name);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw file.wrong("'%s' is %s where a number belongs".formatted(name, value));
        }
        return value.asDouble(otherwise);
    }
}
