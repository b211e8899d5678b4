package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was understood, in one line: the actions with what was said of them. */
final class Understood {
    private static final int LONGEST = 300;

    private Understood() {}

    static String of(Wish wish) {
        var all = wish.wants().stream().map(Understood::of).collect(Collectors.joining("; "));
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
    }

    private static String of(Want want) {
        var params = words(want.params());
        return want.action() + (params.isEmpty() ? "" : " (" + params + ")");
    }

    static String words(JsonNode params) {
        return params.toString().replaceAll("[{}\"]", "").replace(":", " ").replace(",", ", ");
    }
}
