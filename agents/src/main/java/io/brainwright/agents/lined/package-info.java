/**
 * YAML whose every node knows its line, so that a fault in a scientist's file can be found.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.lined;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
