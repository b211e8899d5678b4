/**
 * What a wiring costs, and what comes out.
 */
@NullMarked
package io.brainwright.benchmarks.connectome;

import org.jspecify.annotations.NullMarked;
