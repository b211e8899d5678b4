/**
 * Tells what a file is by what stands in it; names and endings are not believed.
 */
@NullMarked
package io.brainwright.library.model.format;

import org.jspecify.annotations.NullMarked;
