/**
 * The cells of a mouse brain from its totals: parts of known volume and number of cells, cut into cubic tiles that are filled each
 * on its own. No annotation volume is read: a part is a heap of tiles, of its volume but not of its form. Science:
 * docs/science/cell-placement.md.
 */
@NullMarked
package io.brainwright.placement.model.brain;

import org.jspecify.annotations.NullMarked;
