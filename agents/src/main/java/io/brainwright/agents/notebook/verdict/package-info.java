/**
 * Whether a run bears a hypothesis out: its criterion evaluated on the numbers that the run measured.
 *
 * <p>In come a {@code Criterion} of the plan and the {@code Measure}s of a run; out comes a {@code Verdict} with the size of the
 * effect and a sentence. Pure functions of their arguments: the same numbers give the same verdict.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook.verdict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
