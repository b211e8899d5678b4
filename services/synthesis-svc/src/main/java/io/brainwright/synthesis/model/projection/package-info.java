/**
 * Decides where a long-range axon goes: places in its target regions, and the way to them through the white matter.
 *
 * <p>Reads the sheet of the atlas and the place of the soma; hands a tree of places to {@code growth}, which walks along it. Science:
 * docs/science/long-range-axons.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.synthesis.model.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
