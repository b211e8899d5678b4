/**
 * The command line: one class per verb; what a verb needs of the platform it starts, and no more.
 */
@NullMarked
package io.brainwright.studio.cli;

import org.jspecify.annotations.NullMarked;
