package io.brainwright.agents.eval;

import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.RecipeFacts;

/** Conversations with the built-in planner, on the recipe that ships: no service, no broker, no network. */
public final class BuiltInTalks {
    private BuiltInTalks() {}

    /** A fresh conversation for each workspace. */
    public static Talks shipped() {
        var planner = new Planner(RecipeFacts.shipped());
        return workspace -> new Dialogue(planner, () -> workspace)::turn;
    }
}
