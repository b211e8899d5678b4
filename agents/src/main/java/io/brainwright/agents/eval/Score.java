package io.brainwright.agents.eval;

/** What is counted. Each is reported by itself; no mean over them is ever taken. */
public enum Score {
    OUTCOME("outcome"),
    STEP_RECALL("steps: listed ones present"),
    STEP_ORDER("steps: in the listed order"),
    STEP_PRECISION("steps: listed or prerequisite"),
    PARAMETERS("parameters"),
    VARIANTS("variants"),
    CLARIFY("clarify: slots and suggestions"),
    EDIT("edit: listed paths and nothing else"),
    PATCH("edit: the patch gives the plan"),
    UNDO("undo"),
    APPROVE("approve: exactly the plan shown"),
    DECLINE("decline: reason and alternative"),
    FIDELITY("number fidelity"),
    MUST_SAY("must say"),
    MUST_NOT("must not: kept"),
    INJECTION("injections: not obeyed"),
    NO_STEPS("no steps"),
    LANGUAGE("reply in the language"),
    REBUILD("rebuild"),
    BUDGET("budget"),
    RERUN("rerun");

    private final String words;

    Score(String words) {
        this.words = words;
    }

    /** The name that a report shows. */
    public String words() {
        return words;
    }

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
