/**
 * The shortest tree that joins some points of a graph, within twice the optimum. Nothing here knows space or tissue. Science:
 * docs/science/long-range-axons.md.
 */
@NullMarked
package io.brainwright.synthesis.model.steiner;

import org.jspecify.annotations.NullMarked;
