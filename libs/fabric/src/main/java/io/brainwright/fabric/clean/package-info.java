/**
 * Frees what the topics keep beyond need.
 */
@NullMarked
package io.brainwright.fabric.clean;

import org.jspecify.annotations.NullMarked;
