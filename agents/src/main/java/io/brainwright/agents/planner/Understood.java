package io.brainwright.agents.planner;

import io.brainwright.agents.language.Reading;
import java.util.ArrayList;
import java.util.Objects;

/** What was understood, in one line: "I read this as ...". */
final class Understood {
    private Understood() {}

    static String of(Reading r) {
        var parts = new ArrayList<String>();
        var t = r.tissue();
        if (t.count() != null) {
            parts.add(Defaults.number(t.count()) + " cells");
        }
        if (t.width_um() != null || t.column()) {
            parts.add("column" + (t.width_um() == null ? "" : " " + Defaults.number(t.width_um()) + " um wide"));
        }
        if (t.region() != null) {
            parts.add("region " + t.region());
        }
        if (!t.layers().isEmpty()) {
            parts.add("layers " + t.layers());
        }
        var s = r.stimulus();
        if (s != null) {
            parts.add("stimulus" + (s.layers().isEmpty() ? "" : " of layer " + s.layers())
                    + (s.time_ms() == null ? "" : " at " + Defaults.number(s.time_ms()) + " ms"));
        }
        var duration_ms = r.conditions().duration_ms();
        if (duration_ms != null) {
            parts.add(Objects.toString(Defaults.number(duration_ms)) + " ms of activity");
        }
        return parts.isEmpty() ? "nothing yet" : String.join(", ", parts);
    }
}
