/**
 * Text as outlines: the same shapes on every machine, whatever fonts it has.
 */
@NullMarked
package io.brainwright.render.model.lettering;

import org.jspecify.annotations.NullMarked;
