/**
 * Papers as PDF: characters at their places become lines, lines columns in reading order, columns paragraphs.
 *
 * <p>What a page does not say (which letters are a heading, where a paragraph ends) is guessed from sizes and distances, so a paper
 * as JATS is read better than the same paper as PDF. Pages are read one by one; streams that would swell are refused before anything
 * is decoded.
 */
@NullMarked
package io.brainwright.library.model.paper.pdf;

import org.jspecify.annotations.NullMarked;
