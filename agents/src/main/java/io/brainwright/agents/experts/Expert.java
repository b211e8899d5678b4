package io.brainwright.agents.experts;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who knows one part of the work.
 *
 * @param name how the scientist calls it, as in "@anatomist"
 * @param description what it is for
 * @param tools names or globs of the tools that it may use; empty: it may only talk
 * @param disallowedTools names or globs that it may not use, whatever {@code tools} says
 * @param model alias of the chat model, "inherit" for the one of the conversation
 * @param skills names of the skills that it may read
 * @param stages first words of the actions that it speaks for: "sim" for sim.run and sim.analyse
 * @param handoff names of the experts that it passes questions to
 * @param vocabulary file with further words, beside its own file
 * @param checks what it watches in every plan
 * @param prompt what it tells a chat model about itself
 * @param own whether it comes from the scientist's workspace; false: it ships with Brainwright
 */
public record Expert(
        String name,
        String description,
        List<String> tools,
        List<String> disallowedTools,
        String model,
        List<String> skills,
        List<String> stages,
        List<String> handoff,
        @Nullable String vocabulary,
        List<Check> checks,
        String prompt,
        boolean own) {
    public Expert {
        tools = List.copyOf(tools);
        disallowedTools = List.copyOf(disallowedTools);
        skills = List.copyOf(skills);
        stages = List.copyOf(stages);
        handoff = List.copyOf(handoff);
        checks = List.copyOf(checks);
    }

    /**
     * A range that a parameter should stay in.
     *
     * @param param action and parameter, "sim.run.temperature_degC"
     * @param min smallest value that raises no question, in the unit of the name; minus infinity where there is none
     * @param max largest such value; infinity where there is none
     * @param say why
     */
    public record Check(String param, double min, double max, String say) {
        boolean covers(double value) {
            return value >= min && value <= max;
        }
    }

    /** The same, as a file of the scientist's workspace. */
    Expert ofWorkspace() {
        return new Expert(
                name,
                description,
                tools,
                disallowedTools,
                model,
                skills,
                stages,
                handoff,
                vocabulary,
                checks,
                prompt,
                true);
    }

    /** Whether it may use a tool of this name. */
    public boolean mayUse(String tool) {
        return tools.stream().anyMatch(glob -> matches(glob, tool))
                && disallowedTools.stream().noneMatch(glob -> matches(glob, tool));
    }

    /** Whether it speaks for an action such as "sim.run". */
    public boolean speaksFor(String action) {
        return stages.contains(action.split("\\.", 2)[0]);
    }

    /** A star stands for any letters, also none; everything else for itself. */
    private static boolean matches(String glob, String name) {
        return Pattern.matches(("\\Q" + glob + "\\E").replace("*", "\\E.*\\Q"), name);
    }
}
