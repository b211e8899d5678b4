@NullMarked
package io.brainwright.studio.doctor;

import org.jspecify.annotations.NullMarked;
