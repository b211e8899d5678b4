/**
 * The data bank: measured values with their sources, imports, and releases in the formats that others read.
 *
 * <p>In come recipes, SWC files and the datasets of the other stages; out go answers with citations, a dataset of imported
 * morphologies, and SONATA folders.
 */
@NullMarked
package io.brainwright.library;

import org.jspecify.annotations.NullMarked;
