package io.brainwright.neuro.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong, where, and what would be right.
 *
 * <p>Every value that stands in the text also stands in {@link #facts()}, so that an agent never parses prose. All faults of
 * one request are reported together in {@link #faults()}.
 */
public final class Problem extends RuntimeException {
    private final Kind kind;
    private final String reason;
    private final String remedy;
    private final Map<String, String> facts;
    private final List<FieldFault> faults;

    /**
     * @param kind sort of problem
     * @param reason stable name in UPPER_SNAKE_CASE
     * @param what one sentence: what is wrong, with the values found
     * @param remedy one sentence: what would be right, or the next step
     * @param facts every value of the text by name
     */
    public Problem(Kind kind, String reason, String what, String remedy, Map<String, String> facts) {
        this(kind, reason, what, remedy, facts, List.of(), null);
    }

    /** The same with the fields at fault and the cause. */
    public Problem(
            Kind kind,
            String reason,
            String what,
            String remedy,
            Map<String, String> facts,
            List<FieldFault> faults,
            @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.reason = reason;
        this.remedy = remedy;
        this.facts = Map.copyOf(facts);
        this.faults = List.copyOf(faults);
    }

    /** All faults of one request together; the text lists them. */
    public static Problem invalid(String what, List<FieldFault> faults) {
        assert !faults.isEmpty() : "a problem of fields names at least one";
        var lines = new StringBuilder();
        for (var fault : faults) {
            lines.append(lines.isEmpty() ? "" : " ")
                    .append(fault.field())
                    .append(": ")
                    .append(fault.fault());
        }
        return new Problem(Kind.INVALID, "BAD_REQUEST", what, lines.toString(), Map.of(), faults, null);
    }

    public Kind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    public String remedy() {
        return remedy;
    }

    public Map<String, String> facts() {
        return facts;
    }

    public List<FieldFault> faults() {
        return faults;
    }

    /** What is wrong and what would be right, in one line. */
    public String sentence() {
        return getMessage() + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
