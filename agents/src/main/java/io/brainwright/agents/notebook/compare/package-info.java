/**
 * What differs between two entries of the notebook: their plans, their datasets, their findings.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
