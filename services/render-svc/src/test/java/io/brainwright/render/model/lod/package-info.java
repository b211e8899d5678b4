@NullMarked
package io.brainwright.render.model.lod;

import org.jspecify.annotations.NullMarked;
