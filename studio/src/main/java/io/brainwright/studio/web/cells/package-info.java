/** The cells that can be grown, as the browser shows them. */
@NullMarked
package io.brainwright.studio.web.cells;

import org.jspecify.annotations.NullMarked;
