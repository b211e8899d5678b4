package io.brainwright.agents.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The seven stages of a study, from the tissue to what others can open; plans and notebook entries are laid out by them. */
public enum StudyStage {
    TISSUE("atlas.region"),
    CELLS("placement.", "synthesis."),
    CONNECTIONS("connectome.local", "connectome.mid_range"),
    THALAMUS("connectome.thalamic"),
    TOPOLOGY("connectome.analyse"),
    PHYSIOLOGY_AND_RUN("connectome.physiology", "connectome.edit", "sim."),
    PICTURES_AND_RELEASE("render.", "export.", "notebook.export");

    private final List<String> actions;

    StudyStage(String... actions) {
        this.actions = List.of(actions);
    }

    /** Key of its name in the planner's replies, and in English with blanks for underscores. */
    public String key() {
        return "stage_" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The stage of an action; empty where it belongs to none, such as a search of the library. */
    public static Optional<StudyStage> of(String action) {
        return Stream.of(values())
                .filter(s -> s.actions.stream().anyMatch(action::startsWith))
                .findFirst();
    }

    /** The steps of a plan, each as early as its stage is and behind all that it needs. */
    public static List<Step> inOrder(Plan plan) {
        var waiting = new ArrayList<>(plan.steps());
        var known = new LinkedHashSet<String>();
        waiting.forEach(s -> known.add(s.id()));
        var done = new LinkedHashSet<String>();
        var ordered = new ArrayList<Step>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(s -> isReady(s, known, done))
                    .min(java.util.Comparator.comparing(s -> rank(s, ordered)))
                    .orElse(waiting.getFirst()); // a circle of needs is refused when it is to run
            waiting.remove(next);
            done.add(next.id());
            ordered.add(next);
        }
        return ordered;
    }

    /** A step of no stage stays where it is. */
    private static int rank(Step step, List<Step> before) {
        return of(step.action())
                .or(() -> before.isEmpty()
                        ? Optional.empty()
                        : of(before.getLast().action()))
                .map(Enum::ordinal)
                .orElse(-1);
    }

    private static boolean isReady(Step step, Set<String> known, Set<String> done) {
        return step.needs().stream().filter(known::contains).allMatch(done::contains);
    }
}
