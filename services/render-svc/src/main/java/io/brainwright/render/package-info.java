/**
 * Pictures: rasters, and cells in space coloured by what they do.
 */
@NullMarked
package io.brainwright.render;

import org.jspecify.annotations.NullMarked;
