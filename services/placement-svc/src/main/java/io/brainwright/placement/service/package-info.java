/**
 * Speaks gRPC for placement and writes its cells as dataset tables.
 */
@NullMarked
package io.brainwright.placement.service;

import org.jspecify.annotations.NullMarked;
