/**
 * Extraction from whole documents of the library: running text, captions and tables, each with what the document around it says.
 */
@NullMarked
package io.brainwright.library.model.extraction.papers;

import org.jspecify.annotations.NullMarked;
