/**
 * Entries of the notebook for other readers: a page of HTML, a Jupyter notebook, a research object crate.
 *
 * <p>In comes an {@code Entry}; out come files that need nothing but themselves to be read. Nothing here runs anything.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
