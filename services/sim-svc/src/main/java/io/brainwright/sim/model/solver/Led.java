package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The exchange as the leader does it: gathers every partition's share, orders all spikes, tells everybody. */
final class Led implements Exchange, AutoCloseable {
    private final List<Peer> peers;
    private final List<BitSet> cells;
    private final int[] ownerOf;

    /**
     * @param peers the others
     * @param cells of each of them
     */
    Led(Network network, List<Peer> peers, List<BitSet> cells) {
        this.peers = List.copyOf(peers);
        this.cells = cells;
        ownerOf = new int[network.cells().size()];
        java.util.Arrays.fill(ownerOf, -1);
        for (int p = 0; p < cells.size(); p++) {
            int owner = p;
            cells.get(p).stream().forEach(c -> ownerOf[c] = owner);
        }
    }

    /** Cells of each of the others. */
    List<BitSet> cells() {
        return cells;
    }

    void begin(int step, SpikeLog past) {
        for (int p = 0; p < peers.size(); p++) {
            peers.get(p).begin(cells.get(p), step, past);
        }
    }

    /** Passes the kept state of a cell on to who steps it. */
    void restore(int cell, byte[] state) {
        peers.get(ownerOf[cell]).restore(state);
    }

    void go() {
        peers.forEach(Peer::go);
    }

    @Override
    public Heard together(int step, Share own, boolean keep) {
        var spikes = new ArrayList<>(own.spikes());
        var told = new ArrayList<Told>();
        for (int p = 0; p < peers.size(); p++) {
            var share = peers.get(p).share(step);
            spikes.addAll(share.spikes());
            for (var frame : share.frames()) {
                told.add(new Told(p, frame));
            }
        }
        spikes.sort(Spike.ORDER);
        var heard = new Heard(List.copyOf(spikes), List.of(), keep);
        peers.forEach(p -> p.tell(heard));
        return new Heard(heard.spikes(), told, keep);
    }

    /** The state of a cell of another partition; they are asked for in order. */
    byte[] state(int cell) {
        return peers.get(ownerOf[cell]).state();
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
    }
}
