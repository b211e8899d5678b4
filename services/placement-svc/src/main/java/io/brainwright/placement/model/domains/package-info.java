/**
 * Micro-domains of astrocytes: the tissue shared out among them. Reads places and sizes of somata, writes convex polyhedra. Science:
 * docs/science/glia.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.placement.model.domains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
