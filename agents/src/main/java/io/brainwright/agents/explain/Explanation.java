package io.brainwright.agents.explain;

import io.brainwright.neuro.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process, step by step.
 *
 * @param title what is explained
 * @param steps in order
 * @param picture a picture of the same run, null where there is none
 * @param ask a request that would make the data that is missing; null where nothing is
 * @param language in which it is told
 */
public record Explanation(
        String title,
        List<Step> steps,
        @Nullable Path picture,
        @Nullable String ask,
        Language language) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param expert who speaks
     * @param words what happens
     * @param facts the numbers that show it; none where the workspace has no such data
     */
    public record Step(String expert, String words, List<Fact> facts) {
        public Step {
            facts = List.copyOf(facts);
        }
    }

    /** For people. */
    public String text() {
        var tell = new Telling(language);
        var text = new StringBuilder(title.toUpperCase(java.util.Locale.ROOT)).append('\n');
        int i = 1;
        for (var step : steps) {
            text.append("\n%d. %s  (%s)\n".formatted(i++, step.words(), step.expert()));
            step.facts().forEach(f -> text.append("     ").append(f.line()).append('\n'));
        }
        if (picture != null) {
            text.append('\n').append(tell.say("picture", picture)).append('\n');
        }
        if (ask != null) {
            text.append('\n').append(tell.say("ask", ask)).append('\n');
        }
        return text.toString();
    }
}
