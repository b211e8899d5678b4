/**
 * What all readers share: the limits they keep, the progress they tell, and the passages they write down.
 */
@NullMarked
package io.brainwright.library.model.reading;

import org.jspecify.annotations.NullMarked;
