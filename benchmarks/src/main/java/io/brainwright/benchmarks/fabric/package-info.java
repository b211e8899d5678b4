/**
 * Questions about the fabric: what it costs beside plain Kafka, per chunk, at a restart, and how it scales.
 */
@NullMarked
package io.brainwright.benchmarks.fabric;

import org.jspecify.annotations.NullMarked;
