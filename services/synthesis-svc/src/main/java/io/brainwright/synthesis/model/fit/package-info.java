/**
 * Learns growth parameters from reconstructions. Reads morphology files, writes parameter files.
 */
@NullMarked
@NamedInterface
package io.brainwright.synthesis.model.fit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
