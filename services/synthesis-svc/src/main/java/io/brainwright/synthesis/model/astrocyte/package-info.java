/**
 * Grows the processes of astrocytes: trunks to the end-feet, and processes that fill the domain by space colonisation.
 *
 * <p>Reads soma, domain and feet in the atlas's frame; makes one morphology with the soma at the origin and the atlas's axes. Science:
 * docs/science/astrocyte-processes.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.synthesis.model.astrocyte;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
