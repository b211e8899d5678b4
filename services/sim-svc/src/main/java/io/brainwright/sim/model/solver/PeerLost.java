package io.brainwright.sim.model.solver;

/** A partition does not answer, or failed. The run goes on without it, from its last checkpoint or from time 0. */
public final class PeerLost extends RuntimeException {
    private final String peer;

    /** @param peer its name */
    public PeerLost(String peer, String how, Throwable cause) {
        super("%s %s".formatted(peer, how), cause);
        this.peer = peer;
    }

    /** As {@link #PeerLost(String, String, Throwable)}, where no exception told. */
    public PeerLost(String peer, String how) {
        super("%s %s".formatted(peer, how));
        this.peer = peer;
    }

    /** Its name. */
    public String peer() {
        return peer;
    }
}
