package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Morphologies as Neurolucida ASC: nested brackets, x y z diameter in um. */
public final class AscMorphology {
    private static final Map<Byte, String> HEADS = Map.of(
            SectionType.AXON, "( (Color Cyan)\n  (Axon)\n",
            SectionType.BASAL, "( (Color Red)\n  (Dendrite)\n",
            SectionType.APICAL, "( (Color Magenta)\n  (Apical)\n");

    private AscMorphology() {}

    /** Reads a cell; a branch that does not begin at its fork gets the fork as its first point. */
    public static Morphology read(Path file) {
        return read(new Findings(file, false));
    }

    static Morphology read(Findings findings) {
        var tree = new AscTree(findings);
        var draft = tree.read();
        return new SectionCheck(findings, line -> "line " + line).check(draft).morphology(tree.somaShape());
    }

    /** Writes a cell; a soma that is no contour is drawn as a circle of its radius. */
    public static void write(Morphology cell, Path file) {
        var text = new StringBuilder("; x y z diameter (um)\n(\"CellBody\"\n  (Color Yellow)\n  (CellBody)\n");
        for (float[] p : SomaContour.of(cell)) {
            point(text, p[0], p[1], p[2], p[3]);
        }
        text.append(")\n");
        int[][] children = children(cell);
        for (int root : children[0]) {
            var head = HEADS.get(cell.type(root));
            if (head == null) {
                throw new Problem(
                        Kind.INVALID,
                        "TYPE_NOT_IN_ASC",
                        "Section %d is a %s, which ASC has no word for."
                                .formatted(root, SectionType.name(cell.type(root))),
                        "Write SWC or H5.",
                        Map.of("section", String.valueOf(root), "type", String.valueOf(cell.type(root))));
            }
            text.append(head);
            sections(cell, children, root, text);
            text.append(")\n");
        }
        WholeFile.write(file, text.toString());
    }

    /** Depth first without recursion: sections are numbered so that a subtree is a run of numbers. */
    private static void sections(Morphology cell, int[][] children, int root, StringBuilder text) {
        int[] path = new int[children.length];
        int[] next = new int[children.length];
        int depth = 0;
        path[0] = root;
        points(cell, root, text);
        while (depth >= 0) {
            int s = path[depth];
            if (next[s] == children[s].length) {
                text.append(next[s] == 0 ? "  Normal\n" : "  )\n");
                depth--;
            } else {
                text.append(next[s] == 0 ? "  (\n" : "  |\n");
                int child = children[s][next[s]++];
                points(cell, child, text);
                path[++depth] = child;
            }
        }
    }

    private static void points(Morphology cell, int s, StringBuilder text) {
        for (int p = cell.begin(s); p < cell.end(s); p++) {
            point(text, cell.x(p), cell.y(p), cell.z(p), cell.diameter(p));
        }
    }

    private static void point(StringBuilder text, float x, float y, float z, float d) {
        text.append(String.format(Locale.ROOT, "  (%.9g %.9g %.9g %.9g)%n", x, y, z, d)
                .replace("\r", ""));
    }

    private static int[][] children(Morphology cell) {
        int[] count = new int[cell.sectionCount()];
        for (int s = 1; s < count.length; s++) {
            count[cell.parent(s)]++;
        }
        int[][] children = new int[count.length][];
        for (int s = 0; s < count.length; s++) {
            children[s] = new int[count[s]];
        }
        for (int s = count.length - 1; s > 0; s--) {
            children[cell.parent(s)][--count[cell.parent(s)]] = s;
        }
        return children;
    }
}
