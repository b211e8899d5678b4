/**
 * The queue of movies: scenes in, frames counted while they are drawn, movies out; what was drawn before a stop is not drawn again.
 */
@NullMarked
package io.brainwright.studio.web.render;

import org.jspecify.annotations.NullMarked;
