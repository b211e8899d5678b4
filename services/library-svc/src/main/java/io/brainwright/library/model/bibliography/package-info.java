/**
 * Bibliographies as BibTeX: what is known of papers, with or without their text.
 */
@NullMarked
package io.brainwright.library.model.bibliography;

import org.jspecify.annotations.NullMarked;
