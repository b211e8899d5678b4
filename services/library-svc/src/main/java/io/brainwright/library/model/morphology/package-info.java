/**
 * Shapes that come in from files, and the sections of shapes that go out, as SWC files and their readers number them.
 */
@NullMarked
package io.brainwright.library.model.morphology;

import org.jspecify.annotations.NullMarked;
