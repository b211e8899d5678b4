/**
 * The shape that every stage's gRPC service has: estimate, build with progress, problems as google.rpc.Status.
 */
@NullMarked
package io.brainwright.fabric.rpc;

import org.jspecify.annotations.NullMarked;
