/**
 * Mechanisms as text: reads NMODL, the language in which the field writes its channels, and makes the formulas that the solvers
 * run.
 *
 * <p>Comes in: the text of a .mod file. Goes out: a {@link io.brainwright.sim.model.mechanism.Mechanism}, or a list of faults with
 * line, column and what would be right. Nothing is compiled outside this JVM. Science: docs/science/mechanisms-as-text.md. Language:
 * Hines & Carnevale 2000, doi 10.1162/089976600300015475.
 */
@NullMarked
package io.brainwright.sim.model.nmodl;

import org.jspecify.annotations.NullMarked;
