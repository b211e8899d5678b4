/**
 * Speaks gRPC for the atlas and writes its voxels as dataset tables.
 */
@NullMarked
package io.brainwright.atlas.service;

import org.jspecify.annotations.NullMarked;
