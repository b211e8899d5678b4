/**
 * What the library keeps in the workspace: the scientist's originals by their SHA-256, and a small JSON file of facts beside each.
 *
 * <p>Everything else (the search index) can be made again from these files.
 */
@NullMarked
package io.brainwright.library.model.shelf;

import org.jspecify.annotations.NullMarked;
