package io.brainwright.library.model.morphology;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;

/**
 * A morphology as SWC text: {@code id type x y z radius parent}, um.
 *
 * <p>Sections keep their order (axon, basal, apical, each depth-first). A reader that cuts sections at forks numbers them as we
 * do: MorphIO's section n is our n + 1, since it does not count the soma.
 */
public final class SwcText {
    private SwcText() {}

    /**
     * @param name of the cell, for the first line
     * @throws Problem PRECONDITION where a section goes on in one single child: SWC cannot say that, sections would be renumbered
     */
    public static String of(String name, Morphology cell) {
        refuseSingleChildren(name, cell);
        var text = new StringBuilder("# ").append(name).append("\n# id type x y z radius parent (um)\n");
        soma(text, cell);
        int[] lastId = new int[cell.sectionCount()];
        lastId[0] = 1;
        int id = 2;
        for (int s = 1; s < cell.sectionCount(); s++) {
            int parent = lastId[cell.parent(s)];
            int begin = cell.parent(s) == 0 ? cell.begin(s) : cell.begin(s) + 1; // the first repeats the parent's last
            for (int p = begin; p < cell.end(s); p++) {
                line(text, id, cell.type(s), cell.x(p), cell.y(p), cell.z(p), cell.diameter(p) / 2, parent);
                parent = id++;
            }
            lastId[s] = parent;
        }
        return text.toString();
    }

    /** One point: a sphere. */
    private static void soma(StringBuilder text, Morphology cell) {
        double x = 0;
        double y = 0;
        double z = 0;
        int n = cell.end(0);
        for (int p = 0; p < n; p++) {
            x += cell.x(p) / (double) n;
            y += cell.y(p) / (double) n;
            z += cell.z(p) / (double) n;
        }
        line(text, 1, SectionType.SOMA, (float) x, (float) y, (float) z, (float) cell.somaRadius_um(), -1);
    }

    private static void line(
            StringBuilder text, int id, int type, float x, float y, float z, float radius, int parent) {
        text.append(id).append(' ').append(type).append(' ');
        text.append(x).append(' ').append(y).append(' ').append(z).append(' ');
        text.append(radius).append(' ').append(parent).append('\n');
    }

    private static void refuseSingleChildren(String name, Morphology cell) {
        int[] children = new int[cell.sectionCount()];
        for (int s = 1; s < cell.sectionCount(); s++) {
            children[cell.parent(s)]++;
        }
        for (int s = 1; s < cell.sectionCount(); s++) {
            if (children[s] == 1) {
                throw new Problem(
                        Kind.PRECONDITION,
                        "SECTION_WITH_ONE_CHILD",
                        "Section %d of cell '%s' goes on in one single section.".formatted(s, name),
                        "Join the two: SWC readers would, and then number all later sections differently.",
                        Map.of("cell", name, "section", String.valueOf(s)));
            }
        }
    }
}
