/**
 * The log of everything that was called, approved, exported and edited: a file of lines for each day in the workspace, to which
 * lines are only added.
 *
 * <p>Secrets never reach it, long texts only as hash and length.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
