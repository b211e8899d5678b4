package io.brainwright.sim.model.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * How the partitions of one run tell each other their spikes after every epoch. The leader, which has the observer, also gets the
 * frames of the others.
 */
public interface Exchange {
    /**
     * What one partition saw in an epoch.
     *
     * @param spikes of its cells
     * @param frames of its places
     */
    record Share(List<Spike> spikes, List<Frame> frames) {}

    /**
     * A partition's part of one frame.
     *
     * @param recording index in the network
     * @param number of the frame within the epoch, from 0
     * @param values of the partition's places, in their order
     */
    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    record Frame(int recording, int number, double[] values) {}

    /**
     * What a partition hears after an epoch.
     *
     * @param spikes of all partitions, in {@link Spike#ORDER}
     * @param others frames of the other partitions, for the leader only: partition and frame
     * @param keep whether the leader asks for the state of the cells now
     */
    record Heard(List<Spike> spikes, List<Told> others, boolean keep) {}

    /** A frame of another partition. */
    record Told(int partition, Frame frame) {}

    /**
     * Tells the own share and hears all.
     *
     * @param step steps done
     * @param keep the leader's wish to keep a checkpoint; others give false
     */
    Heard together(int step, Share own, boolean keep);

    /** Without others. */
    Exchange ALONE = (_, own, keep) -> {
        var spikes = new ArrayList<>(own.spikes());
        spikes.sort(Spike.ORDER);
        return new Heard(spikes, List.of(), keep);
    };
}
