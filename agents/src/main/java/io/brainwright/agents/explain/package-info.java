/**
 * Explains a process step by step with numbers of the workspace: how a spike reaches the next cell, how a cell is grown, how a
 * synapse is chosen, how a cell gets its place, which layer fires when.
 *
 * <p>In come words; out come steps, each of whose numbers was read from a dataset and carries its name and the source that its column
 * gives. Where the workspace has no such data, the explanation says so and names the request that would make it. No model takes part.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
