/**
 * The assembly: every service in one JVM with an embedded broker, and the command line over them. No science.
 */
@NullMarked
package io.brainwright.studio;

import org.jspecify.annotations.NullMarked;
