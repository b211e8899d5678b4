/**
 * Densities of cells where nobody counted them: tables of whole-brain regions, and compositions that one region lends to another. Each value says
 * whether it was measured, inferred from the others, or transplanted, and from where. Science: docs/science/densities.md.
 */
@NullMarked
package io.brainwright.neuro.densities;

import org.jspecify.annotations.NullMarked;
