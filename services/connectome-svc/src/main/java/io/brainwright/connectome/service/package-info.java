/**
 * Speaks gRPC and Arrow for the wiring: requests in, tables of synapses and connections out, chunk by chunk.
 */
@NullMarked
package io.brainwright.connectome.service;

import org.jspecify.annotations.NullMarked;
