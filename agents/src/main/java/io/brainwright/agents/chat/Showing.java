package io.brainwright.agents.chat;

import io.brainwright.agents.showing.SceneEdit;
import java.util.Optional;

/** Changes how the workspace's tissue is shown, where words ask for that and for nothing else. */
@FunctionalInterface
public interface Showing {
    /** Shows nothing. */
    Showing NOTHING = (_, _) -> Optional.empty();

    /** Whose words they are meant to be. */
    enum Addressed {
        /** Nobody in particular. */
        TO_ALL,
        /** The graphics engineer was called by name. */
        TO_THE_GRAPHICS_ENGINEER,
        /** The turn before changed the scene, so that "undo" means that. */
        AFTER_A_SCENE
    }

    /**
     * @return what was changed; empty where the words are about something else
     * @throws io.brainwright.neuro.problem.Problem INVALID where words that are meant for the scene are not all understood
     */
    Optional<SceneEdit> show(String words, Addressed to);
}
