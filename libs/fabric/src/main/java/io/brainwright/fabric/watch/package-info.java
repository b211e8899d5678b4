/** What a process tells of itself to whoever watches the platform: metrics, and traces across gRPC and Kafka. */
@NullMarked
package io.brainwright.fabric.watch;

import org.jspecify.annotations.NullMarked;
