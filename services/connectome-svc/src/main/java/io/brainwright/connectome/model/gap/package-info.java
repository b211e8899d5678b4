/**
 * Gap junctions: where dendrites or somata of interneurons of one family meet, some of the places couple them electrically.
 *
 * <p>In: placed cells with their dendrites. Out: pairs of places. Science: docs/science/gap-junctions.md.
 */
@NullMarked
package io.brainwright.connectome.model.gap;

import org.jspecify.annotations.NullMarked;
