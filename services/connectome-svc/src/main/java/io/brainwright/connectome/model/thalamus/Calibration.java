package io.brainwright.connectome.model.thalamus;

import io.brainwright.connectome.model.tissue.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Fits what is drawn so that what stays has the profile that was asked for.
 *
 * <p>The cut takes weak connections, and those are most frequent where few synapses are: drawn in proportion to the profile, its flanks would be left with a
 * quarter of theirs. The cutoff c of each m-type is solved once, on what the profile itself draws; then the rate of each bin is raised or lowered by a
 * factor b, some times over:
 *
 * <pre>{@code
 *   b(bin)   <-  b(bin) sqrt(wanted(bin) / expected synapses that stay in it)
 * }</pre>
 *
 * The root damps: what stays grows faster than what is drawn, since larger connections also survive more often.
 * Expectations are sums of survival chances over the connections drawn on the pilot cells.
 */
public final class Calibration {
    /** chosen: bins then lie within the noise of their draws. */
    private static final int ROUNDS = 8;

    /** chosen: a bin where hardly anything stays is not drawn without end. */
    private static final double LARGEST = 20;

    private final FibreSynapses synapses;
    private final DendriteDepths depths;
    private final double share;
    private final double cutWidth;

    /**
     * A cell on which is measured.
     *
     * @param dendrites its soma and dendrites
     */
    public record PilotCell(long nodeId, String mtype, Segments dendrites) {}

    /** The connections of one m-type: synapses of each by bin. */
    private static final class Connections {
        final List<int[]> bins = new ArrayList<>();
        long[] sizes = new long[1];

        void add(int size, int[] byBin) {
            if (size >= sizes.length) {
                sizes = Arrays.copyOf(sizes, size + 1);
            }
            sizes[size]++;
            bins.add(byBin);
        }
    }

    /**
     * @param share of the drawn synapses that is wanted
     * @param cutWidth width of the sigmoid
     */
    public Calibration(FibreSynapses synapses, DendriteDepths depths, double share, double cutWidth) {
        this.synapses = synapses;
        this.depths = depths;
        this.share = share;
        this.cutWidth = cutWidth;
    }

    /** Sets the factors of the depths; gives the cut of each m-type. */
    public TreeMap<String, ConnectionCut> fit(List<PilotCell> cells) {
        var cuts = new TreeMap<String, ConnectionCut>();
        double[] wanted = wanted(cells);
        for (int round = 0; round < ROUNDS; round++) {
            var drawn = draw(cells);
            double[] stay = new double[wanted.length];
            drawn.forEach((mtype, all) -> {
                var cut = cuts.computeIfAbsent(mtype, _ -> ConnectionCut.of(all.sizes, share, cutWidth));
                all.bins.forEach(one -> add(one, cut, stay));
            });
            raise(stay, wanted);
        }
        return cuts;
    }

    private TreeMap<String, Connections> draw(List<PilotCell> cells) {
        var drawn = new TreeMap<String, Connections>();
        for (var cell : cells) {
            var all = drawn.computeIfAbsent(cell.mtype(), _ -> new Connections());
            synapses.on(cell.dendrites(), cell.nodeId()).values().forEach(one -> {
                int[] byBin = new int[depths.profile().bins().size()];
                one.forEach(s -> byBin[s.bin()]++);
                all.add(one.size(), byBin);
            });
        }
        return drawn;
    }

    private double[] wanted(List<PilotCell> cells) {
        double[] sum = new double[depths.profile().bins().size()];
        for (var cell : cells) {
            double[] one = depths.wantedOn(cell.dendrites());
            for (int b = 0; b < sum.length; b++) {
                sum[b] += one[b];
            }
        }
        return sum;
    }

    private void raise(double[] stay, double[] wanted) {
        for (int b = 0; b < stay.length; b++) {
            if (wanted[b] > 0) {
                double factor = stay[b] == 0 ? 2 : Math.sqrt(wanted[b] / stay[b]);
                depths.raise(b, Math.min(LARGEST, depths.raised(b) * factor));
            }
        }
    }

    private static void add(int[] byBin, ConnectionCut cut, double[] stay) {
        double survival = cut.survival(Arrays.stream(byBin).sum());
        for (int b = 0; b < byBin.length; b++) {
            stay[b] += byBin[b] * survival;
        }
    }
}
