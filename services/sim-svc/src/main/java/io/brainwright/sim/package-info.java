/**
 * Electrical activity: the cable equation with channels and synapses, in Java and in OpenCL, the same spikes from both.
 */
@NullMarked
package io.brainwright.sim;

import org.jspecify.annotations.NullMarked;
