package io.brainwright.synthesis.figures;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.astrocyte.AstrocyteGrower;
import io.brainwright.synthesis.model.astrocyte.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An astrocyte in a cube of 46 um, the volume of a domain in rat cortex, with a foot inside and one outside of it. Argument: the SVG file; prints
 * length, points, and the share of the domain near a process.
 */
public final class AstrocyteFigure {
    private static final double HALF_UM = 23;
    private static final double RADIUS_UM = 5.6;
    private static final double PIXELS_PER_UM = 7;
    private static final int PROBES = 20_000;
    private static final List<double[]> FEET = List.of(new double[] {14, -12, 10}, new double[] {-8, 42, 0});

    private final StringBuilder svg = new StringBuilder();

    public static void main(String[] args) throws IOException {
        float[] corners = new float[24];
        for (int k = 0; k < corners.length; k++) {
            corners[k] = (float) ((((k / 3) >> (k % 3)) & 1) == 0 ? -HALF_UM : HALF_UM);
        }
        var domain = new Domain(corners);
        var cell = AstrocyteGrower.grow(1, 1, new double[3], RADIUS_UM, domain, FEET);
        var it = new AstrocyteFigure();
        it.draw(cell);
        Files.writeString(Path.of(args[0]), it.svg.toString());
        measure(cell, domain);
    }

    private void draw(Morphology cell) {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 460 560\" font-family=\"sans-serif\""
                + " font-size=\"12\">");
        line("<rect width=\"460\" height=\"560\" fill=\"white\"/>");
        double edge = 2 * HALF_UM * PIXELS_PER_UM;
        line(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"#bbb\"/>",
                x(-HALF_UM), y(HALF_UM), edge, edge);
        line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#444\"/>", x(0), y(0), RADIUS_UM * PIXELS_PER_UM);
        for (int s = 1; s < cell.sectionCount(); s++) {
            for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
                line(
                        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"%.2f\""
                                + " stroke-linecap=\"round\"/>",
                        x(cell.x(p)),
                        y(cell.y(p)),
                        x(cell.x(p + 1)),
                        y(cell.y(p + 1)),
                        cell.type(s) == AstrocyteGrower.PERIVASCULAR ? "#c0392b" : "#2e8b57",
                        PIXELS_PER_UM * cell.diameter(p));
            }
        }
        for (double[] foot : FEET) {
            line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"7\" fill=\"none\" stroke=\"black\"/>", x(foot[0]), y(foot[1]));
        }
        line("<text x=\"14\" y=\"22\">red: trunks to feet (rings) and their branches; green: other processes</text>");
        line("<path d=\"M20 540h%.1f\" stroke=\"black\" stroke-width=\"2\"/>", 10 * PIXELS_PER_UM);
        line("<text x=\"100\" y=\"544\">10 um</text>");
        line("</svg>");
    }

    private static void measure(Morphology cell, Domain domain) {
        double length = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            length += cell.length_um(s);
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f um of process, %d points, %d sections%n",
                length,
                cell.pointCount(),
                cell.sectionCount());
        var draws = Draws.of(1, "figure.probe", 0);
        double[] limits_um = {2, 4, 6, 8};
        int[] near = new int[limits_um.length];
        double[] at = new double[3];
        for (int i = 0; i < PROBES; i++) {
            domain.inBox(draws.nextDouble(), draws.nextDouble(), draws.nextDouble(), at); // the domain is its box
            double least = Math.max(0, Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]) - RADIUS_UM);
            for (int p = 1; p < cell.pointCount(); p++) {
                double dx = at[0] - cell.x(p);
                double dy = at[1] - cell.y(p);
                double dz = at[2] - cell.z(p);
                least = Math.min(least, Math.sqrt(dx * dx + dy * dy + dz * dz));
            }
            for (int k = 0; k < near.length; k++) {
                near[k] += least < limits_um[k] ? 1 : 0;
            }
        }
        for (int k = 0; k < near.length; k++) {
            System.out.printf(
                    Locale.ROOT, "within %.0f um: %.1f %% of the domain%n", limits_um[k], 100.0 * near[k] / PROBES);
        }
    }

    private static double x(double x_um) {
        return 230 + PIXELS_PER_UM * x_um;
    }

    private static double y(double y_um) {
        return 350 - PIXELS_PER_UM * y_um;
    }

    private void line(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
