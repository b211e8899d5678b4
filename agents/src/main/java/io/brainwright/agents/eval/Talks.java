package io.brainwright.agents.eval;

import io.brainwright.agents.planner.WorkspaceView;

/** Opens a fresh conversation for each item of a corpus. */
@FunctionalInterface
public interface Talks {
    /** A conversation in a workspace, with nothing said yet. */
    Talk open(WorkspaceView workspace);
}
