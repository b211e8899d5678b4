package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Morphologies as SWC: lines of id, type, x, y, z, radius, parent. Written with a soma of one point, which every reader takes.
 */
public final class SwcMorphology {
    private SwcMorphology() {}

    /** Reads a cell (comments may be in any encoding); a point whose parent is the soma starts a tree of its own. */
    public static Morphology read(Path file) {
        try {
            return new SwcTree(file, Files.readAllLines(file, StandardCharsets.ISO_8859_1)).assemble();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes a cell. The repeated first point of a child section is left away: SWC says it by the parent's id. */
    public static void write(Morphology cell, Path file) {
        var text = new StringBuilder("# id type x y z radius parent (um)\n");
        double radius_um = cell.somaRadius_um();
        double[] c = somaCentre(cell);
        line(text, 1, SectionType.SOMA, c[0], c[1], c[2], radius_um, -1);
        int[] lastId = new int[cell.sectionCount()];
        lastId[0] = 1;
        int id = 1;
        for (int s = 1; s < cell.sectionCount(); s++) {
            int parent = lastId[cell.parent(s)];
            for (int p = cell.begin(s) + (cell.parent(s) > 0 ? 1 : 0); p < cell.end(s); p++) {
                line(text, ++id, cell.type(s), cell.x(p), cell.y(p), cell.z(p), cell.diameter(p) / 2.0, parent);
                parent = id;
            }
            lastId[s] = parent;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double[] somaCentre(Morphology cell) {
        double[] sum = new double[3];
        int n = cell.end(0);
        for (int p = 0; p < n; p++) {
            sum[0] += cell.x(p);
            sum[1] += cell.y(p);
            sum[2] += cell.z(p);
        }
        return new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
    }

    private static void line(
            StringBuilder text, int id, int type, double x, double y, double z, double radius, int parent) {
        text.append(String.format(Locale.ROOT, "%d %d %.9g %.9g %.9g %.9g %d%n", id, type, x, y, z, radius, parent)
                .replace("\r", ""));
    }
}
