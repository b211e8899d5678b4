/**
 * Nodes, edges with their indices, node sets, and the configuration that names them.
 */
@NullMarked
package io.brainwright.sonata.circuit;

import org.jspecify.annotations.NullMarked;
