/**
 * The adapter of the simulator: requests checked and completed, datasets read and written, gRPC answered. No science.
 */
@NullMarked
package io.brainwright.sim.service;

import org.jspecify.annotations.NullMarked;
