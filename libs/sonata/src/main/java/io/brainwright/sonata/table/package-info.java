/**
 * Tables of text: node and edge types of the Allen Institute's circuits, and what a scientist adds to a circuit.
 */
@NullMarked
package io.brainwright.sonata.table;

import org.jspecify.annotations.NullMarked;
