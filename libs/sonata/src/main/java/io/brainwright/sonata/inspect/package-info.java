/**
 * Says what a SONATA file or circuit holds.
 */
@NullMarked
package io.brainwright.sonata.inspect;

import org.jspecify.annotations.NullMarked;
