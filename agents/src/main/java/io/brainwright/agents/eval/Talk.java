package io.brainwright.agents.eval;

import io.brainwright.agents.planner.Proposal;

/** One conversation with whatever is scored. */
@FunctionalInterface
public interface Talk {
    /** What comes of the scientist's next words. */
    Proposal turn(String words);
}
