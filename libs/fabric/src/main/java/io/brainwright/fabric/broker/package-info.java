/**
 * A real single-node Kafka broker inside this JVM, and the topics that the fabric needs.
 */
@NullMarked
package io.brainwright.fabric.broker;

import org.jspecify.annotations.NullMarked;
