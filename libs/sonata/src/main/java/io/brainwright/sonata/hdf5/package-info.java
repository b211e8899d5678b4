/**
 * How columns lie in HDF5 files: types, enumerations, units, and files that are either complete or absent.
 */
@NullMarked
package io.brainwright.sonata.hdf5;

import org.jspecify.annotations.NullMarked;
