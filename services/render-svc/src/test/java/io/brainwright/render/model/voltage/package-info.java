@NullMarked
package io.brainwright.render.model.voltage;

import org.jspecify.annotations.NullMarked;
