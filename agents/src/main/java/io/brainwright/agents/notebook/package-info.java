/**
 * What is remembered of a run: request, plan, assumptions, datasets, finding, pictures, as files that a scientist can read.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
