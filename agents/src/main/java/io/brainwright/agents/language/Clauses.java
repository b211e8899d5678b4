package io.brainwright.agents.language;

import java.util.Set;

/** Cuts a request into clauses: at full stops, and at commas and conjunctions behind which a verb asks for something else. */
final class Clauses {
    private static final Set<String> JOINTS = Set.of(
            ",",
            "and",
            "then",
            "while",
            "und",
            "dann",
            "wahrend",
            "et",
            "puis",
            "tandis",
            "pendant",
            "y",
            "e",
            "luego",
            "mientras",
            "plus",
            "but",
            "aber",
            "mais",
            "pero",
            "when",
            "quand",
            "lorsque",
            "cuando",
            "wenn",
            ":");
    private static final int REACH = 2;

    private Clauses() {}

    static int[] of(Utterance u) {
        var clause = new int[u.size()];
        int current = 0;
        for (int i = 0; i < u.size(); i++) {
            if (i > 0 && (u.words().get(i - 1).isStop() || (JOINTS.contains(u.word(i)) && verbFollows(u, i)))) {
                current++;
            }
            clause[i] = current;
        }
        return clause;
    }

    private static boolean verbFollows(Utterance u, int joint) {
        for (var m : u.mentions()) {
            if (m.family().equals("verb") && m.from() > joint && m.from() <= joint + REACH) {
                return true;
            }
        }
        return false;
    }
}
