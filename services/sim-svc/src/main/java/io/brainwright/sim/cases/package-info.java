/**
 * Runs and judges case files of the format brainwright-experiment/1: a model, a run, and what must come out within which
 * tolerance.
 *
 * <p>Comes in: a case.json and its tables. Goes out: a {@link io.brainwright.sim.cases.CaseReport}. What cannot be judged is
 * said by name, never passed.
 */
@NullMarked
package io.brainwright.sim.cases;

import org.jspecify.annotations.NullMarked;
