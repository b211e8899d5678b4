/**
 * How well a reconstructed cell fits a place between the layers: placement rules, annotated cells, scores.
 *
 * <p>Reads the field's rule and annotation files; gives a score in [0, 1] for every cell and place. Science: docs/science/placement-scores.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.placement.model.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
