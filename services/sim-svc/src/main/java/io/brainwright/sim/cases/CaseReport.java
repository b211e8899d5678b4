package io.brainwright.sim.cases;

import java.util.List;

/**
 * What came of one case file.
 *
 * @param name of the case
 * @param device who computed
 * @param outcomes one per check
 * @param notSupported what could not be judged, by name
 */
public record CaseReport(String name, String device, List<Outcome> outcomes, List<String> notSupported) {
    /**
     * @param variant run of the case
     * @param what column or record
     * @param kind of check
     * @param error found, NaN if it could not be computed
     * @param tolerance allowed
     * @param passed error at most tolerance
     */
    public record Outcome(String variant, String what, String kind, double error, double tolerance, boolean passed) {
        static Outcome of(String variant, String what, String kind, double error, double tolerance) {
            return new Outcome(variant, what, kind, error, tolerance, error <= tolerance);
        }
    }

    /** Whether every check was done and passed. */
    public boolean passed() {
        return notSupported.isEmpty()
                && !outcomes.isEmpty()
                && outcomes.stream().allMatch(Outcome::passed);
    }

    /** A table for people. */
    public String table() {
        var text = new StringBuilder("%s on %s%n".formatted(name, device));
        for (var o : outcomes) {
            text.append("  %-4s %-12s %-28s %-18s error %.3g, tolerance %.3g%n"
                    .formatted(o.passed ? "ok" : "OUT", o.variant, o.what, o.kind, o.error, o.tolerance));
        }
        notSupported.forEach(
                what -> text.append("  not supported: ").append(what).append('\n'));
        return text.toString();
    }
}
