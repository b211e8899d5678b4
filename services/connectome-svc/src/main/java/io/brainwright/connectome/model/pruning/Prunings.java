package io.brainwright.connectome.model.pruning;

import java.util.List;

/** The pruning of each pathway of a circuit. */
public interface Prunings {
    /** The pruning of one pathway, whether it was counted or not. */
    PathwayPruning pruning(Pathway pathway);

    /** The pruning of every pathway that was counted, in order of its m-types. */
    List<PathwayPruning> all();
}
