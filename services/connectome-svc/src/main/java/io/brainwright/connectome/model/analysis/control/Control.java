package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;

/** A way to wire the cells of a graph anew that keeps something of it and leaves the rest to chance. */
public interface Control {
    /** Draws one graph; the same seed gives the same graph. */
    CellGraph draw(CellGraph graph, long seed);
}
