/**
 * End-feet of astrocytes on vessels. Reads domains and a graph of vessels, writes where each foot stands and what it covers. Science:
 * docs/science/glia.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.placement.model.endfeet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
