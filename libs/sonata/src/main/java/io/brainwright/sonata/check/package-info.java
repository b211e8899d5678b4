/**
 * Finds what is wrong with a circuit, or missing from it, before anybody builds on it; each finding says how to mend it.
 */
@NullMarked
package io.brainwright.sonata.check;

import org.jspecify.annotations.NullMarked;
