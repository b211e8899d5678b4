package io.brainwright.render.model.world;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.column.PlacedCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the names of places mean: SOURCE[.ID].soma, .axon, .basal, .apical, .apical.trunk, .apical.tuft, .bbox.center; layer.N,
 * region.LN, region.ACRONYM. "cell" means the first source of cells where none is called so. The tuft is the upper quarter of the apical
 * dendrites' height, the trunk the half below it (chosen).
 */
public final class Places {
    private static final String KNOWN =
            "write SOURCE.soma, .axon, .basal, .apical, .apical.trunk, .apical.tuft or .bbox.center, layer.N, or region.ACRONYM; sources are ";

    private final World world;

    public Places(World world) {
        this.world = world;
    }

    /** The place in um; the middle of everything where nothing is named. */
    public double[] of(@Nullable JsonNode place) {
        if (place == null || place.isNull()) {
            return middle(world.all());
        }
        if (place.isArray()) {
            return new double[] {
                place.get(0).asDouble(), place.get(1).asDouble(), place.get(2).asDouble()
            };
        }
        return named(place.asString());
    }

    private double[] named(String name) {
        var words = new ArrayList<>(List.of(name.split("[.]")));
        var head = words.removeFirst();
        if (head.equals("layer") || head.equals("region")) {
            var group = String.join(".", words);
            var cells = world.all().stream()
                    .filter(c -> c.region().equals(group)
                            || ("L" + c.layer()).equals(group)
                            || String.valueOf(c.layer()).equals(group))
                    .toList();
            return cells.isEmpty()
                    ? unknown(name)
                    : mean(cells.stream().map(Neurites::soma).toList());
        }
        var cells = world.cells().get(head);
        if (cells == null && head.equals("cell") && !world.cells().isEmpty()) {
            cells = world.cells().values().iterator().next();
        }
        if (cells == null) {
            return unknown(name);
        }
        if (!words.isEmpty() && words.getFirst().matches("[0-9]+")) {
            long id = Long.parseLong(words.removeFirst());
            cells = cells.stream().filter(c -> c.node_id() == id).toList();
        }
        return cells.isEmpty() ? unknown(name) : part(name, String.join(".", words), cells);
    }

    private double[] part(String name, String part, List<PlacedCell> cells) {
        return switch (part) {
            case "bbox.center", "center" -> middle(cells);
            case "soma" -> mean(cells.stream().map(Neurites::soma).toList());
            case "axon" -> neurites(name, cells, SectionType.AXON, 0, 1);
            case "basal" -> neurites(name, cells, SectionType.BASAL, 0, 1);
            case "apical" -> neurites(name, cells, SectionType.APICAL, 0, 1);
            case "apical.tuft" -> neurites(name, cells, SectionType.APICAL, 0.75, 1);
            case "apical.trunk" -> neurites(name, cells, SectionType.APICAL, 0.25, 0.75);
            default -> unknown(name);
        };
    }

    /** Mean of the points of a type between two shares of their height. */
    private double[] neurites(String name, List<PlacedCell> cells, int type, double from, double to) {
        var points = new ArrayList<double[]>();
        for (var cell : cells) {
            var m = cell.morphology();
            for (int s = 1; s < m.sectionCount(); s++) {
                for (int p = m.begin(s); m.type(s) == type && p < m.end(s); p++) {
                    double[] at = new double[3];
                    Neurites.place(cell, p, at);
                    points.add(at);
                }
            }
        }
        if (points.isEmpty()) {
            return unknown(name);
        }
        double low = points.stream().mapToDouble(p -> p[1]).min().orElse(0);
        double high = points.stream().mapToDouble(p -> p[1]).max().orElse(0);
        var within = points.stream()
                .filter(p -> p[1] >= low + from * (high - low) && p[1] <= low + to * (high - low))
                .toList();
        return mean(within.isEmpty() ? points : within);
    }

    private static double[] mean(List<double[]> points) {
        double[] sum = new double[3];
        for (var p : points) {
            for (int k = 0; k < 3; k++) {
                sum[k] += p[k] / points.size();
            }
        }
        return sum;
    }

    /** Middle of the box about all dendrites and somata, without the farthest half percent. */
    public static double[] middle(List<PlacedCell> cells) {
        double[] b = bounds(cells, 0.995);
        return new double[] {(b[0] + b[3]) / 2, (b[1] + b[4]) / 2, (b[2] + b[5]) / 2};
    }

    /** Box about all dendrites and somata that holds a share of their points along each axis. */
    public static double[] bounds(List<PlacedCell> cells, double share) {
        int n = cells.stream().mapToInt(c -> c.morphology().pointCount()).sum();
        double[][] axes = new double[3][n];
        double[] p = new double[3];
        int count = 0;
        for (var cell : cells) {
            var m = cell.morphology();
            for (int s = 0; s < m.sectionCount(); s++) {
                for (int i = m.begin(s); m.type(s) != SectionType.AXON && i < m.end(s); i++) {
                    Neurites.place(cell, i, p);
                    for (int k = 0; k < 3; k++) {
                        axes[k][count] = p[k];
                    }
                    count++;
                }
            }
        }
        double[] b = new double[6];
        for (int k = 0; k < 3 && count > 0; k++) {
            double[] sorted = Arrays.copyOf(axes[k], count);
            Arrays.sort(sorted);
            int outside = (int) ((1 - share) / 2 * count);
            b[k] = sorted[outside];
            b[k + 3] = sorted[count - 1 - outside];
        }
        return b;
    }

    private double[] unknown(String name) {
        throw Problem.invalid(
                "There is no place '%s' in this scene.".formatted(name),
                List.of(new FieldFault(name, KNOWN + world.cells().keySet() + ".")));
    }
}
