package io.brainwright.studio.doctor;

import io.brainwright.neuro.problem.Problem;

/**
 * What one check found.
 *
 * @param what was looked at, in a word or two: "disk free"
 * @param state how it is
 * @param said what was found
 * @param advice what would make it right; empty where nothing has to be done
 */
public record Finding(String what, State state, String said, String advice) {
    /** How a thing is. */
    public enum State {
        OK,
        /** Works, but not as well as it could. */
        NOTE,
        /** Does not work. */
        FAULT
    }

    static Finding ok(String what, String said) {
        return new Finding(what, State.OK, said, "");
    }

    static Finding note(String what, String said, String advice) {
        return new Finding(what, State.NOTE, said, advice);
    }

    static Finding fault(String what, String said, String advice) {
        return new Finding(what, State.FAULT, said, advice);
    }

    /** A part is missing without which the rest works. */
    static Finding note(String what, Problem problem) {
        return of(what, State.NOTE, problem);
    }

    static Finding fault(String what, Problem problem) {
        return of(what, State.FAULT, problem);
    }

    private static Finding of(String what, State state, Problem problem) {
        return new Finding(what, state, String.valueOf(problem.getMessage()), problem.remedy());
    }
}
