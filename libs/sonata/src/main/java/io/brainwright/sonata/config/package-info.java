/**
 * Reads {@code simulation_config.json} of SONATA's extension (documentation 0.0.52): every key is either understood or refused by
 * its JSON pointer, together with all other faults of the file.
 *
 * <p>Comes in: the file. Goes out: {@link io.brainwright.sonata.config.SimulationFile}.
 */
@NullMarked
package io.brainwright.sonata.config;

import org.jspecify.annotations.NullMarked;
