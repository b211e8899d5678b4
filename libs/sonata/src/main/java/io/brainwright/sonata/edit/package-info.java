/**
 * Writes circuits again, as they are or with something added.
 */
@NullMarked
package io.brainwright.sonata.edit;

import org.jspecify.annotations.NullMarked;
