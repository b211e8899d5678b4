/**
 * Grows one cell: soma, trunks, steps, forks, diameters. Science: docs/science/topological-synthesis.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.synthesis.model.growth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
