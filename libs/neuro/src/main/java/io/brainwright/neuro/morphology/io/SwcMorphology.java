package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.SomaShape;
import java.nio.file.Path;
import java.util.Locale;

/** Morphologies as SWC: lines of id, type, x, y, z, radius, parent. */
public final class SwcMorphology {
    private SwcMorphology() {}

    /** Reads a cell (comments may be in any encoding); a point whose parent is the soma starts a tree of its own. */
    public static Morphology read(Path file) {
        return read(new Findings(file, false));
    }

    static Morphology read(Findings findings) {
        var rows = new SwcRows(findings, TextLines.of(findings));
        var soma = new SwcSoma(rows);
        var draft = new Draft();
        var shape = soma.write(draft);
        new SwcTree(rows, draft).assemble();
        return new SectionCheck(findings, line -> "line " + line).check(draft).morphology(shape);
    }

    /**
     * Writes a cell. A soma of cylinders keeps its points; every other soma becomes one point of its radius. A first point
     * that repeats the fork is left away: SWC says it by the parent's id.
     */
    public static void write(Morphology cell, Path file) {
        var text = new StringBuilder("# id type x y z radius parent (um)\n");
        int[] lastId = new int[cell.sectionCount()];
        lastId[0] = 1;
        int id = soma(cell, text);
        for (int s = 1; s < cell.sectionCount(); s++) {
            int parent = lastId[cell.parent(s)];
            for (int p = cell.begin(s) + (repeatsFork(cell, s) ? 1 : 0); p < cell.end(s); p++) {
                line(text, ++id, cell.type(s), cell.x(p), cell.y(p), cell.z(p), cell.diameter(p) / 2.0, parent);
                parent = id;
            }
            lastId[s] = parent;
        }
        WholeFile.write(file, text.toString());
    }

    private static boolean repeatsFork(Morphology cell, int s) {
        int first = cell.begin(s);
        int fork = cell.end(cell.parent(s)) - 1;
        return cell.parent(s) > 0
                && cell.x(first) == cell.x(fork)
                && cell.y(first) == cell.y(fork)
                && cell.z(first) == cell.z(fork);
    }

    private static int soma(Morphology cell, StringBuilder text) {
        if (cell.somaShape() != SomaShape.CYLINDERS) {
            double[] c = cell.somaCentre_um();
            line(text, 1, SectionType.SOMA, c[0], c[1], c[2], cell.somaRadius_um(), -1);
            return 1;
        }
        for (int p = 0; p < cell.end(0); p++) {
            int parent = p == 0 ? -1 : p;
            line(text, p + 1, SectionType.SOMA, cell.x(p), cell.y(p), cell.z(p), cell.diameter(p) / 2.0, parent);
        }
        return cell.end(0);
    }

    private static void line(
            StringBuilder text, int id, int type, double x, double y, double z, double radius, int parent) {
        text.append(String.format(Locale.ROOT, "%d %d %.9g %.9g %.9g %.9g %d%n", id, type, x, y, z, radius, parent)
                .replace("\r", ""));
    }
}
