@NullMarked
package io.brainwright.studio.watch;

import org.jspecify.annotations.NullMarked;
