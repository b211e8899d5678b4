/** HDF5 files of strangers: what is broken in them is a problem of the file, and what they claim is checked before memory is asked for. */
@NullMarked
package io.brainwright.neuro.hdf5;

import org.jspecify.annotations.NullMarked;
