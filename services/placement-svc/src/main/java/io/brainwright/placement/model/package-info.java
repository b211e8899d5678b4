/**
 * Fills tissue with cells: how many of each type, where, and facing where. Takes a recipe's densities and the exact geometry
 * of a cortical sheet; gives somata that keep their distance. Science: docs/science/cell-placement.md.
 */
@NullMarked
package io.brainwright.placement.model;

import org.jspecify.annotations.NullMarked;
