/**
 * Morphology files: SWC, Neurolucida ASC and HDF5 (layout v1), in and out. A fault is reported as a compiler does, with file, line or
 * dataset, the value found, the value allowed and the place it clashes with; what has one clear repair is repaired on request.
 */
@NullMarked
package io.brainwright.neuro.morphology.io;

import org.jspecify.annotations.NullMarked;
