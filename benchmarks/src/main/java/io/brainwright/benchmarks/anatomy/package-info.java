/** How fast and how well cells are placed and grown, side by side with the field's tools. */
@NullMarked
package io.brainwright.benchmarks.anatomy;

import org.jspecify.annotations.NullMarked;
