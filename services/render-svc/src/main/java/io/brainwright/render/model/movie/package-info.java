/**
 * A scene over time: which moment each frame shows, where the eye is, what colour each neurite has, what is written over the picture. Hands capsules to {@code scene}.
 */
@NullMarked
package io.brainwright.render.model.movie;

import org.jspecify.annotations.NullMarked;
