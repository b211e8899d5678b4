/**
 * What the data bank knows of a file that the scientist brought: who wrote it, and its text cut into passages.
 *
 * <p>Readers make these records from files; the search index and the extraction of values read them. The text of a passage never
 * changes after reading, so that a place in it (document, passage, first and last character) stays a valid quotation.
 */
@NullMarked
package io.brainwright.library.model.document;

import org.jspecify.annotations.NullMarked;
