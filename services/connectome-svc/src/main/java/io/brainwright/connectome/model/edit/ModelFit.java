package io.brainwright.connectome.model.edit;

/** Gathers pairs of cells, connected or not, and gives the model that they make likely. */
public sealed interface ModelFit permits UniformFit, DistanceFit, BipolarFit, PositionFit {
    /** One ordered pair of different cells. */
    void pair(int source, int target, boolean connected);

    /** The model of all pairs so far. */
    ConnectionModel model();
}
