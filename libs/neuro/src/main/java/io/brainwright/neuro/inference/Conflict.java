package io.brainwright.neuro.inference;

import java.util.List;

/**
 * Measured values and identities that cannot all hold within their own spreads, though any of them left away would let the rest hold.
 *
 * @param relations a smallest such set by deletion; the identities among them say how the values hang together
 * @param suspicion how many standard deviations the values must give way in all for the set to hold
 */
public record Conflict(List<Relation> relations, double suspicion) {
    public Conflict {
        relations = List.copyOf(relations);
    }
}
