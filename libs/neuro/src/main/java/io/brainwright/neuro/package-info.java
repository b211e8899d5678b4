/**
 * The vocabulary of neuroscience that every stage speaks: problems, random draws, geometry, cell types, morphologies.
 *
 * <p>Nothing here knows Spring, Kafka or gRPC. Packages do not depend on each other in cycles.
 */
@NullMarked
package io.brainwright.neuro;

import org.jspecify.annotations.NullMarked;
