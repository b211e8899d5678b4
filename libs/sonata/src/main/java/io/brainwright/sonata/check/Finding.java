package io.brainwright.sonata.check;

import io.brainwright.neuro.problem.Problem;

/**
 * What is wrong or missing.
 *
 * @param grave whether the circuit cannot be used as it is; else it lacks something that some uses need
 * @param reason a name that does not change, {@code NODE_ID_OUT_OF_RANGE}
 * @param where a file, a population
 * @param what what was found
 * @param remedy how to mend it
 */
public record Finding(boolean grave, String reason, String where, String what, String remedy) {
    static Finding of(String where, Problem problem) {
        return of(true, where, problem);
    }

    static Finding of(boolean grave, String where, Problem problem) {
        return new Finding(grave, problem.reason(), where, String.valueOf(problem.getMessage()), problem.remedy());
    }

    /** In one line. */
    public String sentence() {
        return "%s: %s: %s %s [%s]".formatted(grave ? "wrong" : "lacks", where, what, remedy, reason);
    }
}
