package io.brainwright.sim.model.solver;

import java.util.BitSet;

/** A partition that is stepped elsewhere, as its leader sees it. Every method may throw {@link PeerLost}. */
public interface Peer extends AutoCloseable {
    /** Who it is, for messages. */
    String name();

    /**
     * Begins; where the run goes on, {@link #restore} follows for each of its cells in order.
     *
     * @param cells that it steps
     * @param step steps done before
     * @param past all spikes until then
     */
    void begin(BitSet cells, int step, SpikeLog past);

    /** Gives it the state of its next cell. */
    void restore(byte[] state);

    /** Lets it step. */
    void go();

    /** Waits for its share of the epoch that ends after so many steps. */
    Exchange.Share share(int step);

    /** Tells it what all partitions saw. */
    void tell(Exchange.Heard heard);

    /** The state of its next cell, after it was told to keep. */
    byte[] state();

    /** The run is over, or given up. */
    @Override
    void close();
}
