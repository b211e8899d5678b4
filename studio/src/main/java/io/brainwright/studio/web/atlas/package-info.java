/**
 * Regions, what is known of them, and where the cells of the last study stand.
 */
@NullMarked
package io.brainwright.studio.web.atlas;

import org.jspecify.annotations.NullMarked;
