/**
 * Broken files, made from whole ones by a seed: whatever a stranger's file holds, a reader answers with what it read or with one
 * {@link io.brainwright.neuro.problem.Problem}; it does not crash, hang, or ask for memory that the file has no use for.
 */
@NullMarked
package io.brainwright.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
