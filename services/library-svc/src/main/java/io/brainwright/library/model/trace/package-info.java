/**
 * Recordings of voltage and current over time, from CSV and from NWB 2, in mV, nA and ms.
 */
@NullMarked
package io.brainwright.library.model.trace;

import org.jspecify.annotations.NullMarked;
