package io.brainwright.agents.planner;

import io.brainwright.agents.language.Utterance;

/** "make all excitatory connections 8 times stronger": words about connections, in which no stimulus and no cells are meant. */
final class Strengthening {
    private Strengthening() {}

    static boolean of(Utterance u) {
        return u.has("word.strengthen")
                && u.has("thing.synapse", "word.connection")
                && !u.has("verb.stimulate", "word.stimulus_any", "stim.any");
    }
}
