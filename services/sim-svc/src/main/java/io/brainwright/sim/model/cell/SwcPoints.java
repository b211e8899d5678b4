package io.brainwright.sim.model.cell;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The points of an SWC file, in the order of its lines. */
final class SwcPoints {
    private SwcPoints() {}

    /** A line; coordinates and radius in um. */
    record Point(int id, int type, double x, double y, double z, double r, int parent) {
        double distance_um(Point other) {
            double dx = x - other.x;
            double dy = y - other.y;
            double dz = z - other.z;
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
    }

    static List<Point> read(Path file) {
        var points = new ArrayList<Point>();
        var ids = new HashSet<Integer>();
        try {
            int number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                var text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                var fields = text.split("\\s+");
                if (fields.length < 7) {
                    throw wrong(file, number, "%d fields; an SWC line has 7".formatted(fields.length));
                }
                int id = Integer.parseInt(fields[0]);
                if (id < 0) {
                    throw wrong(file, number, "the id %d; ids begin at 0".formatted(id));
                }
                if (!ids.add(id)) {
                    throw wrong(file, number, "point %d stands twice".formatted(id));
                }
                points.add(new Point(
                        id,
                        Integer.parseInt(fields[1]),
                        f(fields[2]),
                        f(fields[3]),
                        f(fields[4]),
                        f(fields[5]),
                        Integer.parseInt(fields[6])));
            }
        } catch (IOException | NumberFormatException e) {
            throw wrong(file, 0, String.valueOf(e.getMessage()));
        }
        return points;
    }

    /** The section of a chain of points. */
    static Frusta frusta(List<Point> chain, double Ra_ohm_cm) {
        var arc = new double[chain.size()];
        var radius = new double[arc.length];
        for (int i = 0; i < arc.length; i++) {
            radius[i] = chain.get(i).r;
            arc[i] = i == 0 ? 0 : arc[i - 1] + chain.get(i).distance_um(chain.get(i - 1));
        }
        return new Frusta(arc, radius, Ra_ohm_cm);
    }

    /** In single precision, as NEURON and MorphIO keep points; lengths of short sections differ by 1e-5 otherwise. */
    private static double f(String text) {
        return Float.parseFloat(text);
    }

    /** @param line 0: the file as a whole */
    static Problem wrong(Path file, int line, String what) {
        return new Problem(
                Kind.INVALID,
                "SWC_UNREADABLE",
                "%s%s: %s.".formatted(file, line > 0 ? ", line " + line : "", what),
                "An SWC line is: id type x y z radius parent.",
                Map.of("file", file.toString(), "line", String.valueOf(line)));
    }
}
