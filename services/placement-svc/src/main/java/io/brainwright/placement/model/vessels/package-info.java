/**
 * Blood vessels of a column: penetrating arterioles and venules, and the capillaries between them. Reads the column and the numbers of
 * {@code rat-vessels}, writes a graph of segments. Science: docs/science/vessels.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.placement.model.vessels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
