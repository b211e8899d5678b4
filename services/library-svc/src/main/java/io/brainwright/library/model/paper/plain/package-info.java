/**
 * Plain text and Markdown: paragraphs between empty lines, headings as sections.
 */
@NullMarked
package io.brainwright.library.model.paper.plain;

import org.jspecify.annotations.NullMarked;
