/**
 * Where the values of a recipe come from: measured in the tissue that it describes, taken from another, or chosen.
 */
@NullMarked
package io.brainwright.library.model.audit;

import org.jspecify.annotations.NullMarked;
