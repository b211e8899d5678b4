@NullMarked
package io.brainwright.studio.containers;

import org.jspecify.annotations.NullMarked;
