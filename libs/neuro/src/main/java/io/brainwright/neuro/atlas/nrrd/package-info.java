/**
 * NRRD volumes in and out, value by value, so that a volume larger than memory streams: raw and gzip, either byte order, axes
 * along x, y, z in um, leading axes for the components of a vector.
 */
@NullMarked
package io.brainwright.neuro.atlas.nrrd;

import org.jspecify.annotations.NullMarked;
