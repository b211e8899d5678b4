package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All blocks of a network in two flat arrays, and for each block a header that says where everything lies; step.cl reads it.
 *
 * <p>Header: 0 width, 1 elements, 2 parents, 3 axial, 4 base, 5 capacity, 6 v, 7 diagonal, 8 right side, 9 ica, 10 eca, 11 ln
 * cai, 12 drives, 13 their elements, 14 their values, 15 detector elements, 16 thresholds, 17 above, 18 fired, 19 pool rows, 20
 * elements, 21 cai, 22 minimum, 23 gain, 24 decay, 25 Nernst factor and ln cao, 26 probes, 27 their records, 28 cai by element, 29
 * aligned rows of the pool, 30 whether all lanes have one tree (parents then are one per place), 31 elements whose calcium matters (0
 * or all), 32-34 synapse tables, 35... mechanism tables.
 *
 * <p>Elements of aligned rows are one per eight. A column of equal values that never changes lies there once, as eight, with a mask of 0
 * for its row; others have a mask of -1.
 */
final class OpenClArena {
    static final int FIRST_SYNAPSE = 32;
    static final int FIRST_MECHANISM = 35;
    private static final int SYNAPSE_RECORD = 31;

    final List<MechanismTable> kinds;
    final double[] doubles;
    final int[] ints;
    final int firedLength;
    final int framesLength;
    final int drivesLength;
    /** First index of each block in the buffers that come and go. */
    final int[] firedAt;

    final int[] drivesAt;
    final List<int[]> framesAt = new ArrayList<>();

    private final List<double[]> doubleParts = new ArrayList<>();
    private final List<int[]> intParts = new ArrayList<>();
    private final Map<double[], Integer> placeOf = new IdentityHashMap<>();
    /** Where eight of a value lie, by its bits. */
    private final Map<Long, Integer> eightOf = new HashMap<>();

    private final Map<Mechanism, Boolean> usesCalcium = new TreeMap<>();
    /** Columns that are kept as eight values. */
    private final Map<double[], Integer> eights = new IdentityHashMap<>();

    private int doubleLength;
    private int intLength;

    OpenClArena(List<Block> blocks, int mostSteps) {
        var first = new TreeMap<Mechanism, MechanismTable>();
        blocks.forEach(b -> b.tables.forEach(t -> first.putIfAbsent(t.mechanism(), t)));
        kinds = List.copyOf(first.values());
        var index = new int[blocks.size()];
        put(index);
        firedAt = new int[blocks.size()];
        drivesAt = new int[blocks.size()];
        int fired = 0;
        int frames = 0;
        int drives = 0;
        for (int b = 0; b < blocks.size(); b++) {
            var block = blocks.get(b);
            firedAt[b] = fired;
            drivesAt[b] = drives;
            var starts = new int[block.probes.size()];
            for (int p = 0; p < starts.length; p++) {
                starts[p] = frames;
                frames += block.probes.get(p).index().length
                        * (mostSteps / block.probes.get(p).everySteps() + 1);
            }
            framesAt.add(starts);
            index[b] = header(block, firedAt[b], drivesAt[b], starts);
            fired += block.width * mostSteps + 1;
            drives += 2 * block.driveElement.length * mostSteps;
        }
        firedLength = fired;
        framesLength = frames;
        drivesLength = drives;
        doubles = new double[doubleLength];
        int at = 0;
        for (var part : doubleParts) {
            System.arraycopy(part, 0, doubles, at, part.length);
            at += (part.length + 7) / 8 * 8;
        }
        ints = new int[intLength];
        at = 0;
        for (var part : intParts) {
            System.arraycopy(part, 0, ints, at, part.length);
            at += part.length;
        }
    }

    /** Where a column of a block lies among the doubles. */
    int place(double[] column) {
        return java.util.Objects.requireNonNull(placeOf.get(column));
    }

    /** Gives all columns of the blocks the values that lie here. */
    void scatter() {
        placeOf.forEach((column, at) -> System.arraycopy(doubles, at, column, 0, column.length));
    }

    /** Where a mechanism stands among those of all blocks. */
    int place(Mechanism mechanism) {
        for (int m = 0; m < kinds.size(); m++) {
            if (kinds.get(m).mechanism() == mechanism) {
                return m;
            }
        }
        throw new IllegalStateException("no table of " + mechanism);
    }

    private int header(Block b, int firedAt, int drivesAt, int[] framesAt) {
        var h = new int[FIRST_MECHANISM + kinds.size()];
        h[0] = b.width;
        h[1] = b.elements;
        h[2] = put(b.sameTree ? eighths(b.parent, b.elements) : b.parent);
        double[][] columns = {b.toParent_uS, b.base_uS, b.capacity_uS, b.v_mV, b.diagonal_uS, b.right_nA};
        for (int i = 0; i < columns.length; i++) {
            h[3 + i] = put(columns[i]);
        }
        if (readsCalcium(b)) {
            h[31] = b.elements;
            h[9] = put(b.ica_nA);
            h[10] = put(b.eca_mV);
            h[11] = put(b.lncai);
            h[28] = put(b.cai_mM);
        }
        h[12] = b.driveElement.length;
        h[13] = put(b.driveElement);
        h[14] = drivesAt;
        h[15] = put(b.detectorElement);
        h[16] = put(b.threshold_mV);
        h[17] = put(b.above);
        h[18] = firedAt;
        h[19] = b.pool.rows;
        h[20] = put(elements(b.pool.element, b.pool.aligned));
        h[21] = put(b.pool.cai_mM);
        h[22] = put(b.pool.min_mM);
        h[23] = put(b.pool.gain_mM_per_nA);
        h[24] = put(b.pool.decay);
        h[25] = put(new double[] {b.nernst_mV, b.lncao});
        h[29] = b.pool.aligned;
        h[30] = b.sameTree ? 1 : 0;
        for (var kind : SynapseTable.Kind.values()) {
            h[FIRST_SYNAPSE + kind.ordinal()] = put(synapses(b, kind));
        }
        for (int m = 0; m < kinds.size(); m++) {
            h[FIRST_MECHANISM + m] = put(mechanism(b, kinds.get(m)));
        }
        h[26] = b.probes.size();
        h[27] = put(probes(b, framesAt));
        return put(h);
    }

    /** Whether anything of a block depends on calcium or shows it. */
    private boolean readsCalcium(Block b) {
        return b.pool.rows > 0
                || b.tables.stream()
                        .anyMatch(t ->
                                usesCalcium.computeIfAbsent(t.mechanism(), _ -> Formulas.usesCalcium(t.kinetics())))
                || b.probes.stream().anyMatch(p -> Arrays.asList(p.source()).contains(b.cai_mM));
    }

    /** 0 rows, 1 exponentials, 2 elements, 3 aligned rows, 4.. states, 8.. factors, 12.. jumps, 16 e, 17 Mg slope, 18 Mg ratio, 20... masks of 8.... */
    private int[] synapses(Block b, SynapseTable.Kind kind) {
        var record = new int[SYNAPSE_RECORD];
        for (var table : b.synapses) {
            if (table.kind == kind) {
                record[0] = table.rows;
                record[1] = kind.exponentials;
                record[2] = put(elements(table.element, table.aligned));
                record[3] = table.aligned;
                for (int k = 0; k < kind.exponentials; k++) {
                    record[4 + k] = put(table.state[k]);
                    record[20 + k] = putFixed(table.factor[k], record, 8 + k);
                    record[24 + k] = putFixed(table.jump[k], record, 12 + k);
                }
                record[28] = putFixed(table.e_mV, record, 16);
                record[29] = putFixed(table.mgSlope_per_mV, record, 17);
                record[30] = putFixed(table.mgRatio, record, 18);
            }
        }
        return record;
    }

    /** 0 rows, 1 elements, 2 aligned rows, then place and mask of each column. */
    private int[] mechanism(Block b, MechanismTable kind) {
        var names = OpenClSource.columns(kind);
        var record = new int[3 + 2 * names.size()];
        for (var table : b.tables) {
            if (table.mechanism() == kind.mechanism()) {
                record[0] = table.rows();
                record[1] = put(elements(table.element(), table.aligned()));
                record[2] = table.aligned();
                for (int c = 0; c < names.size(); c++) {
                    var column = table.column(names.get(c));
                    if (table.fixed(names.get(c))) {
                        record[4 + 2 * c] = putFixed(column, record, 3 + 2 * c);
                    } else {
                        record[3 + 2 * c] = put(column);
                        record[4 + 2 * c] = -1;
                    }
                }
            }
        }
        return record;
    }

    /** Elements of rows: one per eight of those that are aligned, then one for each other. */
    private static int[] elements(int[] element, int aligned) {
        var kept = Arrays.copyOf(eighths(element, aligned), aligned / 8 + element.length - aligned);
        System.arraycopy(element, aligned, kept, aligned / 8, element.length - aligned);
        return kept;
    }

    private static int[] eighths(int[] all, int length) {
        var every = new int[length / 8];
        Arrays.setAll(every, i -> all[8 * i]);
        return every;
    }

    /** Keeps a column that never changes, its place in a record; returns its mask. */
    private int putFixed(double[] column, int[] record, int at) {
        for (double value : column) {
            if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(column[0])) {
                record[at] = put(column);
                return -1;
            }
        }
        if (column.length > 0) {
            record[at] = eightOf.computeIfAbsent(Double.doubleToRawLongBits(column[0]), _ -> {
                var eight = new double[8];
                Arrays.fill(eight, column[0]);
                return put(eight);
            });
            eights.put(column, record[at]);
        }
        return 0;
    }

    /** For each probe: interval, places, where the list of sources lies, where frames go. */
    private int[] probes(Block b, int[] framesAt) {
        var records = new int[4 * b.probes.size()];
        for (int p = 0; p < b.probes.size(); p++) {
            var probe = b.probes.get(p);
            var sources = new int[probe.index().length];
            for (int i = 0; i < sources.length; i++) {
                var eight = eights.get(probe.source()[i]);
                sources[i] = eight != null ? eight : place(probe.source()[i]) + probe.index()[i];
            }
            records[4 * p] = probe.everySteps();
            records[4 * p + 1] = sources.length;
            records[4 * p + 2] = put(sources);
            records[4 * p + 3] = framesAt[p];
        }
        return records;
    }

    /** Columns begin at multiples of eight, so that a register's worth lies in one cache line. */
    private int put(double[] column) {
        int at = doubleLength;
        doubleParts.add(column);
        placeOf.put(column, at);
        doubleLength += (column.length + 7) / 8 * 8;
        return at;
    }

    private int put(int[] column) {
        int at = intLength;
        intParts.add(column);
        intLength += column.length;
        return at;
    }
}
