/**
 * Spikes as sound: when, where, how high and with which timbre each one sounds; a mix of them as WAV. The same events are played by a browser.
 */
@NullMarked
package io.brainwright.render.model.sound;

import org.jspecify.annotations.NullMarked;
