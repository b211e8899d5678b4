package io.brainwright.render.model.lod;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Which value of a voltage report belongs to which stretch of a neurite.
 *
 * <p>A report has one value per compartment; its row r is the compartment of cell node_id[r] on section section_id[r], with its
 * centre at section_pos[r] (0 to 1). Sections numbered beyond the morphology's last are the stub that a simulation puts in the
 * axon's place.
 */
public final class CompartmentIndex {
    private static final int STUB_SECTIONS = 2;

    private final Map<Long, TreeMap<Integer, List<Spot>>> cells = new HashMap<>();
    private final int count;

    /**
     * A compartment on its section.
     *
     * @param row its place in the report
     * @param pos its centre along the section, 0 to 1
     * @param length_um its length
     */
    record Spot(int row, double pos, double length_um) {}

    private CompartmentIndex(int count) {
        this.count = count;
    }

    /** The index of no report at all. */
    public static CompartmentIndex none() {
        return new CompartmentIndex(0);
    }

    /** One entry per value of the report, in its order. */
    public static CompartmentIndex of(long[] node_ids, int[] sections, float[] positions, float[] lengths_um) {
        var index = new CompartmentIndex(node_ids.length);
        for (int row = 0; row < node_ids.length; row++) {
            index.cells
                    .computeIfAbsent(node_ids[row], _ -> new TreeMap<>())
                    .computeIfAbsent(sections[row], _ -> new ArrayList<>())
                    .add(new Spot(row, positions[row], lengths_um[row]));
        }
        for (var sectionsOfCell : index.cells.values()) {
            sectionsOfCell.values().forEach(spots -> spots.sort(Comparator.comparingDouble(Spot::pos)));
        }
        return index;
    }

    /** How many values a frame of the report has. */
    public int count() {
        return count;
    }

    /** Whether anything of a cell was recorded. */
    public boolean has(long node_id) {
        return cells.containsKey(node_id);
    }

    /** Compartments of a section by rising place; none where it was not recorded. */
    List<Spot> spots(long node_id, int section) {
        return sections(node_id).getOrDefault(section, List.of());
    }

    /** Compartments of the stub in the axon's place, from the soma outwards. */
    List<Spot> stub(long node_id, Morphology m) {
        return sections(node_id).tailMap(m.sectionCount()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Checks that the report was recorded from these cells.
     *
     * @param isCell whether the circuit has a cell of an id
     * @throws Problem REPORT_DOES_NOT_FIT
     */
    public void requireCells(LongPredicate isCell) {
        for (long node : cells.keySet()) {
            if (!isCell.test(node)) {
                throw misfit("cell %d, which the circuit does not have".formatted(node), node);
            }
        }
    }

    /** Checks that a cell's sections are those of its shape. */
    void requireSections(long node_id, Morphology m) {
        var sections = sections(node_id);
        if (!sections.isEmpty() && sections.lastKey() >= m.sectionCount() + STUB_SECTIONS) {
            throw misfit(
                    "section %d of cell %d, whose morphology has %d sections"
                            .formatted(sections.lastKey(), node_id, m.sectionCount()),
                    node_id);
        }
    }

    private TreeMap<Integer, List<Spot>> sections(long node_id) {
        return cells.getOrDefault(node_id, new TreeMap<>());
    }

    private static Problem misfit(String what, long node_id) {
        return new Problem(
                Kind.INVALID,
                "REPORT_DOES_NOT_FIT",
                "The report holds voltages of %s.".formatted(what),
                "Show a report together with the circuit that it was recorded from.",
                Map.of("node_id", String.valueOf(node_id)));
    }
}
