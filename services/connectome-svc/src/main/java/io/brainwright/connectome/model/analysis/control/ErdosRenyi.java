package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;

/** Keeps the number of connections; every ordered pair of cells is as likely as any other. */
public record ErdosRenyi() implements Control {
    @Override
    public CellGraph draw(CellGraph graph, long seed) {
        return new BlockModel(new int[graph.cells()], 1, "connectome.control.er").draw(graph, seed);
    }
}
