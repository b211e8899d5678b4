/**
 * What a scene stands on: cells turned upright, their voltages over time, their spikes, and the places that names mean. Reads the scene file's names; draws nothing.
 */
@NullMarked
package io.brainwright.render.model.world;

import org.jspecify.annotations.NullMarked;
