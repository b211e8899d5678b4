package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks what a plan may cost, and what it may build anew. */
final class Limits {
    private static final double S_PER_MIN = 60;

    private Limits() {}

    static List<Mark> of(Item.Turn turn, @Nullable Plan plan) {
        var marks = new ArrayList<Mark>();
        var minutes = turn.expect().path("budget").path("wall_min");
        if (minutes.isNumber()) {
            var cost = plan == null ? null : plan.estimate();
            marks.add(Mark.of(
                    Score.BUDGET,
                    cost != null && cost.seconds() <= minutes.asDouble() * S_PER_MIN,
                    "an estimate of at most " + minutes + " min",
                    cost == null ? "no estimate" : cost.seconds() + " s"));
        }
        if (turn.expect().path("rebuild").asString("").equals("downstream_only")) {
            var upstream = new HashSet<String>();
            turn.expect()
                    .path("steps")
                    .forEach(s -> upstream.addAll(Needs.before(s.path("step").asString())));
            turn.expect()
                    .path("steps")
                    .forEach(s -> upstream.remove(s.path("step").asString()));
            var again = plan == null
                    ? List.of("no plan")
                    : plan.steps().stream()
                            .map(s -> s.action())
                            .filter(upstream::contains)
                            .toList();
            marks.add(Mark.of(Score.REBUILD, again.isEmpty(), "nothing upstream is built again", again));
        }
        return marks;
    }
}
