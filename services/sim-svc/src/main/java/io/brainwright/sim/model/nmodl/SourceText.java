package io.brainwright.sim.model.nmodl;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;

/**
 * The text of a file, and faults in it.
 *
 * @param name of the file, for messages
 * @param text what it says
 */
record SourceText(String name, String text) {
    /** A fault at a word, like a compiler's: file:line:column, what, what would be right. */
    Problem fault(Token at, String what, String remedy) {
        return new Problem(
                Kind.INVALID,
                "MECHANISM_FILE",
                "%s:%d:%d: %s.".formatted(name, at.line(), at.column(), what),
                remedy,
                Map.of(
                        "file",
                        name,
                        "line",
                        String.valueOf(at.line()),
                        "column",
                        String.valueOf(at.column()),
                        "word",
                        at.text().lines().findFirst().orElse("")));
    }
}
