/**
 * Tables of the scientist's own: CSV or TSV, and a mapping that says what each column means. Out come typed values, each with its
 * line, its unit and its source.
 */
@NullMarked
package io.brainwright.library.model.table;

import org.jspecify.annotations.NullMarked;
