@NullMarked
package io.brainwright.studio.view;

import org.jspecify.annotations.NullMarked;
