package io.brainwright.agents.chat;

/** Makes plans from words; every plan that it returns has passed all checks. */
@FunctionalInterface
public interface Proposer {
    /** Proposes, asks or declines; runs nothing. */
    Proposed propose(String words);
}
