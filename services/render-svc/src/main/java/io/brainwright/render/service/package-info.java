/**
 * The adapter: render requests to the model's pictures, datasets in, PNG files in a dataset out. No drawing.
 */
@NullMarked
package io.brainwright.render.service;

import org.jspecify.annotations.NullMarked;
