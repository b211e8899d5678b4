/**
 * Morphology files: SWC and HDF5 (layout v1) in, the same out. A fault is reported with file, line or dataset, value found and
 * value allowed.
 */
@NullMarked
package io.brainwright.neuro.morphology.io;

import org.jspecify.annotations.NullMarked;
