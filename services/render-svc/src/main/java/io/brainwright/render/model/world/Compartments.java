package io.brainwright.render.model.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each value of a report lies: compartments by cell and section, sorted along it. */
public final class Compartments {
    private final float[] positions;
    private final Map<Long, Map<Integer, int[]>> bySection = new HashMap<>();

    /**
     * @param nodeIds cell of each compartment
     * @param sections section of each, numbered as in the morphology
     * @param positions centre of each along its section, 0..1
     */
    public Compartments(long[] nodeIds, int[] sections, float[] positions) {
        this.positions = positions.clone();
        Map<Long, Map<Integer, List<Integer>>> lists = new HashMap<>();
        for (int i = 0; i < nodeIds.length; i++) {
            lists.computeIfAbsent(nodeIds[i], _ -> new HashMap<>())
                    .computeIfAbsent(sections[i], _ -> new ArrayList<>())
                    .add(i);
        }
        lists.forEach((node, parts) -> parts.forEach((section, list) -> bySection
                .computeIfAbsent(node, _ -> new HashMap<>())
                .put(
                        section,
                        list.stream()
                                .sorted((a, b) -> Float.compare(positions[a], positions[b]))
                                .mapToInt(Integer::intValue)
                                .toArray())));
    }

    /** How many there are. */
    public int count() {
        return positions.length;
    }

    /** Whether any compartment belongs to the cell. */
    public boolean has(long node) {
        return bySection.containsKey(node);
    }

    /** Ids of the cells, rising. */
    public long[] nodes() {
        return bySection.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /**
     * Writes the two compartments about a place on a section; both are one at a section's ends.
     *
     * @param pair two of them, or -1 where the section was not recorded
     * @return share of the second, 0..1
     */
    public float about(long node, int section, double x, int[] pair) {
        var parts = bySection.get(node);
        int[] all = parts == null ? null : parts.get(section);
        if (all == null) {
            Arrays.fill(pair, -1);
            return 0;
        }
        int i = 0;
        while (i < all.length && positions[all[i]] <= x) {
            i++;
        }
        pair[0] = all[Math.max(0, i - 1)];
        pair[1] = all[Math.min(all.length - 1, i)];
        float from = positions[pair[0]];
        float to = positions[pair[1]];
        return to > from ? (float) Math.clamp((x - from) / (to - from), 0.0, 1.0) : 0;
    }
}
