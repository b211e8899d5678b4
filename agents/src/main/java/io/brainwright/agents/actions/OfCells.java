package io.brainwright.agents.actions;

import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.Optional;

/** Datasets that belong to some cells: a circuit that was built before may have others of the same kind. */
final class OfCells {
    private OfCells() {}

    /** The dataset of a kind that the step may take, if it was made for these cells. */
    static Optional<DatasetRef> input(StepContext context, DatasetKind kind, DatasetRef cells) {
        return context.input(kind).filter(made -> madeFrom(context, made, cells));
    }

    /** Whether a dataset was made from another. */
    static boolean madeFrom(StepContext context, DatasetRef made, DatasetRef from) {
        return context.datasets().manifest(new DatasetId(made.getId())).inputs().contains(new DatasetId(from.getId()));
    }
}
