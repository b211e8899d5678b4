/**
 * The studio in the browser: what a page may ask over HTTP, and who may ask.
 *
 * <p>Pages are JSON files ({@code pages}), drawn by the modules under {@code static/js}; every call passes {@code guard} first; a
 * {@link io.brainwright.neuro.problem.Problem} leaves as application/problem+json. No science.
 */
@NullMarked
package io.brainwright.studio.web;

import org.jspecify.annotations.NullMarked;
