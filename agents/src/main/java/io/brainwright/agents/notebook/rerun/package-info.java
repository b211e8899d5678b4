/**
 * Whether a plan gave the same again: ids of datasets, checksums of their rows, measured numbers, against those of the entry.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook.rerun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
