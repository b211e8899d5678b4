/**
 * The data bank: measured values with their sources, imports, and releases in the formats that others read.
 */
@NullMarked
package io.brainwright.library;

import org.jspecify.annotations.NullMarked;
