/**
 * Immutable datasets named by the hash of what made them, their manifests, and the catalogue.
 */
@NullMarked
package io.brainwright.fabric.dataset;

import org.jspecify.annotations.NullMarked;
