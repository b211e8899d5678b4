package io.brainwright.agents.chat;

import io.brainwright.agents.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a conversation has around it.
 *
 * @param looking tools that look
 * @param foreign tools of other programs
 * @param explaining what explains a process from the data of the workspace, where words ask for one
 * @param showing what changes the scene of pictures, where words ask for it
 * @param log who is told of every call
 */
public record Surroundings(
        List<OwnTool> looking,
        ForeignTools foreign,
        Function<String, Optional<Explanation>> explaining,
        Showing showing,
        CallLog log) {
    public Surroundings {
        looking = List.copyOf(looking);
    }

    /** Some tools that look, and nothing else. */
    public static Surroundings of(List<OwnTool> looking) {
        return new Surroundings(looking, ForeignTools.NONE, _ -> Optional.empty(), Showing.NOTHING, CallLog.NOWHERE);
    }
}
