/**
 * How datasets come to be: a coordinator that asks for chunks and publishes the manifest, workers that make the chunks.
 */
@NullMarked
package io.brainwright.fabric.build;

import org.jspecify.annotations.NullMarked;
