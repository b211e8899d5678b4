/**
 * A stage cut into deterministic chunks, taken by workers from Kafka, at least once, the lowest offset winning.
 */
@NullMarked
package io.brainwright.fabric.work;

import org.jspecify.annotations.NullMarked;
