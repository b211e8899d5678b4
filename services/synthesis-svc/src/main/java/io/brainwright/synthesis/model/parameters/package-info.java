/**
 * What was learned from reconstructions: barcodes and distributions, and which m-type grows from which of them.
 */
@NullMarked
@NamedInterface
package io.brainwright.synthesis.model.parameters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
