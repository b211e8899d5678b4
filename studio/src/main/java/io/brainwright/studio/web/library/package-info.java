/**
 * The data bank: search, documents, values found; what only the scientist may do is done on files, never by a tool.
 */
@NullMarked
package io.brainwright.studio.web.library;

import org.jspecify.annotations.NullMarked;
