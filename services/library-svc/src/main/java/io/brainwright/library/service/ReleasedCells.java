package io.brainwright.library.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.library.model.release.CellTemplate;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Columns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The cells of a release: SONATA's node id is the row, in the order of our ids. */
final class ReleasedCells {
    private static final Set<String> ELSEWHERE = Set.of("node_id", "layer", "threshold_current", "holding_current");

    private final long[] ids;
    private final Columns nodes;
    private final Columns dynamics;

    /** @param threshold_nA threshold currents by our id, where they were measured */
    ReleasedCells(Batch cells, Map<Long, Float> threshold_nA) {
        long[] given = cells.longs("node_id");
        int[] order = IntStream.range(0, given.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> given[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var columns = SonataColumns.of(cells, ELSEWHERE);
        columns.put("layer", layers(cells.bytes("layer")));
        this.nodes = columns.reordered(order);
        this.ids = (long[]) Columns.reordered(given, order);
        nameTemplates();
        nameMorphologies();
        String[] types = new String[ids.length];
        Arrays.fill(types, "biophysical");
        nodes.put("model_type", types);
        this.dynamics = dynamics(threshold_nA);
    }

    int count() {
        return ids.length;
    }

    Columns nodes() {
        return nodes;
    }

    Columns dynamics() {
        return dynamics;
    }

    /** Names of the templates, without {@code hoc:}. */
    Set<String> templates() {
        var names = new TreeSet<String>();
        for (var template : nodes.texts("model_template")) {
            names.add(template.substring("hoc:".length()));
        }
        return names;
    }

    String morphology(long id) {
        return nodes.texts("morphology")[(int) rows(new long[] {id})[0]];
    }

    /** SONATA's ids of our cells. */
    long[] rows(long[] cellIds) {
        return rows(ids, cellIds, "Cell");
    }

    /** Where ids stand among others, which rise. */
    static long[] rows(long[] among, long[] wanted, String what) {
        long[] rows = new long[wanted.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.binarySearch(among, wanted[i]);
            if (rows[i] < 0) {
                throw new Problem(
                        Kind.INVALID,
                        "CELL_NOT_IN_RELEASE",
                        "%s %d is not among the %d of this release.".formatted(what, wanted[i], among.length),
                        "Give cells, morphologies, synapses, astrocytes and simulation that belong together.",
                        Map.of("node_id", String.valueOf(wanted[i])));
            }
        }
        return rows;
    }

    private void nameTemplates() {
        String[] given = nodes.has("model_template") ? nodes.texts("model_template") : new String[0];
        String[] names = new String[ids.length];
        for (int i = 0; i < names.length; i++) {
            var said = given.length > 0 && !given[i].isEmpty() ? given[i] : nodes.texts("etype")[i];
            names[i] = "hoc:" + CellTemplate.identifier(said.replaceFirst("^hoc:", ""));
        }
        nodes.put("model_template", names);
    }

    /** Every cell has a shape of its own; a name that two share, or that fits no file, gives way to the cell's number. */
    private void nameMorphologies() {
        String[] given = nodes.has("morphology") ? nodes.texts("morphology") : new String[0];
        boolean fit = given.length == ids.length
                && new HashSet<>(Arrays.asList(given)).size() == given.length
                && Arrays.stream(given).allMatch(n -> n.matches("[A-Za-z0-9_.-]+"));
        if (!fit) {
            String[] names = new String[ids.length];
            Arrays.setAll(names, i -> "cell_%06d".formatted(ids[i]));
            nodes.put("morphology", names);
        }
    }

    /** Layers in words; empty for none. */
    static String[] layers(byte[] layers) {
        String[] words = new String[layers.length];
        Arrays.setAll(words, i -> layers[i] == 0 ? "" : String.valueOf(layers[i]));
        return words;
    }

    /** No holding current is applied, so it is 0; a threshold current that was not measured is not a number. */
    private Columns dynamics(Map<Long, Float> threshold_nA) {
        float[] thresholds_nA = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            thresholds_nA[i] = threshold_nA.getOrDefault(ids[i], Float.NaN);
        }
        return new Columns(ids.length)
                .put("threshold_current", thresholds_nA)
                .put("holding_current", new float[ids.length]);
    }
}
