@NullMarked
package io.brainwright.render.model.raster;

import org.jspecify.annotations.NullMarked;
