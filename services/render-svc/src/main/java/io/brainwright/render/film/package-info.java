/**
 * Frames become a movie: a child process of ffmpeg takes raw pixels and a WAV file. Knows neither scenes nor datasets.
 */
@NullMarked
package io.brainwright.render.film;

import org.jspecify.annotations.NullMarked;
