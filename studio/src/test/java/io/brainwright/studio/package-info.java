@NullMarked
package io.brainwright.studio;

import org.jspecify.annotations.NullMarked;
