/**
 * Rows of chunks as Arrow batches on Kafka, written once and read back by offset, checked against their checksums.
 */
@NullMarked
package io.brainwright.fabric.store;

import org.jspecify.annotations.NullMarked;
