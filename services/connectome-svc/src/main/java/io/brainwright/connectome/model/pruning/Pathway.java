package io.brainwright.connectome.model.pruning;

import io.brainwright.connectome.model.tissue.CellType;

/**
 * From one kind of cell to another.
 *
 * @param pre the axon's cell
 * @param post the target
 */
public record Pathway(CellType pre, CellType post) {}
