package io.brainwright.render.model.sound;

/**
 * One spike as it sounds.
 *
 * @param onset_s from the begin of the movie
 * @param pan -1 left, 1 right
 * @param pitch_Hz of the fundamental
 * @param timbre "pluck", "bell" or "click"
 * @param gain loudness before the mix is levelled
 * @param node_id whose
 * @param time_ms simulated
 */
public record SoundEvent(
        double onset_s, double pan, double pitch_Hz, String timbre, double gain, long node_id, double time_ms) {}
