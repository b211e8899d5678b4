@NullMarked
package io.brainwright.render.model.plot;

import org.jspecify.annotations.NullMarked;
