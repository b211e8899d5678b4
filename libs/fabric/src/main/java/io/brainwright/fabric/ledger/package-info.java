/**
 * What happened to tasks, chunks and datasets, as records on Kafka, and one follower that keeps the state which follows from them.
 */
@NullMarked
package io.brainwright.fabric.ledger;

import org.jspecify.annotations.NullMarked;
