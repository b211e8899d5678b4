package io.brainwright.connectome.service;

import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.connectome.model.wiring.Synapse;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lays fibres, their synapses and what they rest on out as rows. */
final class ThalamicRows {
    private static final int AXON = 2;

    private ThalamicRows() {}

    /** A fibre and a cell. */
    record Pair(long source, long target, int drawn, int synapses) {
        static final Comparator<Pair> ORDER =
                Comparator.comparingLong(Pair::target).thenComparingLong(Pair::source);
    }

    private record Bin(ThalamicPilot.Nucleus nucleus, int index) {}

    static Batch fibres(List<ThalamicPilot.Nucleus> nuclei, Tissue tissue) {
        int count = nuclei.stream().mapToInt(n -> n.fibres().size()).sum();
        long[] ids = new long[count];
        var names = new String[count];
        float[][] place = new float[3][count];
        float[][] along = new float[3][count];
        double[] uv = new double[2];
        double[] at = new double[3];
        double bottom_um = tissue.sheet().recipe().thickness_um();
        for (var nucleus : nuclei) {
            for (int i = 0; i < nucleus.fibres().size(); i++) {
                int row = nucleus.firstFibre() + i;
                ids[row] = row;
                names[row] = nucleus.name();
                nucleus.fibres().place(i, uv);
                tissue.place(uv, bottom_um, at);
                write(at, place, row);
                tissue.sheet().direction(at[0], at[1], at[2], at);
                write(at, along, row);
            }
        }
        return Batch.of(ThalamicTables.FIBRES, ids, names, place[0], place[1], place[2], along[0], along[1], along[2]);
    }

    private static void write(double[] from, float[][] to, int row) {
        for (int k = 0; k < 3; k++) {
            to[k][row] = (float) from[k];
        }
    }

    static Batch profile(List<ThalamicPilot.Nucleus> nuclei) {
        var bins = new ArrayList<Bin>();
        for (var nucleus : nuclei) {
            for (int b = 0; b < nucleus.depths().profile().bins().size(); b++) {
                bins.add(new Bin(nucleus, b));
            }
        }
        return Batch.of(
                ThalamicTables.PROFILE,
                bins.stream().map(b -> b.nucleus().name()).toArray(String[]::new),
                doubles(bins, b -> bin(b).top_um()),
                doubles(bins, b -> bin(b).bottom_um()),
                doubles(bins, b -> bin(b).density_per_um3()),
                doubles(bins, b -> b.nucleus().depths().volume_um3(b.index())),
                doubles(bins, b -> b.nucleus().depths().length_um(b.index())),
                doubles(bins, b -> b.nucleus().depths().wanted(b.index())));
    }

    private static io.brainwright.connectome.model.thalamus.DepthProfile.Bin bin(Bin b) {
        return b.nucleus().depths().profile().bins().get(b.index());
    }

    private static double[] doubles(List<Bin> bins, ToDoubleFunction<Bin> value) {
        return bins.stream().mapToDouble(value).toArray();
    }

    static Batch connections(List<Pair> pairs) {
        return Batch.of(
                ThalamicTables.CONNECTIONS,
                pairs.stream().mapToLong(Pair::source).toArray(),
                pairs.stream().mapToLong(Pair::target).toArray(),
                pairs.stream().mapToInt(Pair::drawn).toArray(),
                pairs.stream().mapToInt(p -> p.drawn() - p.synapses()).toArray(),
                pairs.stream().mapToInt(Pair::synapses).toArray());
    }

    /** The rows of cortical synapses, without what a fibre does not have. */
    static Batch synapses(List<Synapse> sorted) {
        var all = SynapseRows.of(sorted);
        var columns = new ArrayList<Object>();
        for (var column : ThalamicTables.SYNAPSES.columns()) {
            if (column.name().equals("efferent_section_type")) {
                int[] types = new int[sorted.size()];
                Arrays.fill(types, AXON);
                columns.add(types);
            } else {
                columns.add(all.values(all.schema().indexOf(column.name())));
            }
        }
        return Batch.of(ThalamicTables.SYNAPSES, columns);
    }
}
