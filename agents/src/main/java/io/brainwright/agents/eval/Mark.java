package io.brainwright.agents.eval;

/**
 * One thing that was looked at in one turn.
 *
 * @param score what is counted
 * @param right how many of it were right
 * @param of how many there were
 * @param expected what was expected, in words
 * @param came what came
 */
public record Mark(Score score, int right, int of, String expected, String came) {
    static Mark of(Score score, boolean right, Object expected, Object came) {
        return new Mark(score, right ? 1 : 0, 1, String.valueOf(expected), String.valueOf(came));
    }

    /** Whether something was wrong. */
    public boolean failed() {
        return right < of;
    }
}
