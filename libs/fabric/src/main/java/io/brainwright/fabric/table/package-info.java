/**
 * Typed columns with units: what a dataset's rows are, in plain arrays; and their form on the wire, Arrow record batches.
 */
@NullMarked
package io.brainwright.fabric.table;

import org.jspecify.annotations.NullMarked;
