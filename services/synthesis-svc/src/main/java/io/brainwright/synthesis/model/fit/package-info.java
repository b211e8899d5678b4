/**
 * Learns growth parameters from reconstructions. Reads morphology files, writes parameter files.
 */
@NullMarked
package io.brainwright.synthesis.model.fit;

import org.jspecify.annotations.NullMarked;
