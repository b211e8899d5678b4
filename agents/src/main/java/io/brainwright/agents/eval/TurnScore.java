package io.brainwright.agents.eval;

import java.util.List;

/**
 * The marks of one turn.
 *
 * @param item the conversation
 * @param turn 1 for its first turn
 * @param user what was said
 * @param came what came, in one line
 * @param marks all that was looked at
 * @param seconds CPU time that the reply took
 */
public record TurnScore(Item item, int turn, String user, String came, List<Mark> marks, double seconds) {
    public TurnScore {
        marks = List.copyOf(marks);
    }

    /** The marks that say that something was wrong. */
    public List<Mark> failures() {
        return marks.stream().filter(Mark::failed).toList();
    }
}
