/** Finds out what is wrong with an installation, and says what would be right. */
@NullMarked
package io.brainwright.studio.doctor;

import org.jspecify.annotations.NullMarked;
