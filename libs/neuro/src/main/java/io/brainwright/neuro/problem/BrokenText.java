package io.brainwright.neuro.problem;

import tools.jackson.core.JacksonException;

/** Where a text is no JSON or YAML. */
public final class BrokenText {
    private BrokenText() {}

    /** The line, from 1; 1 where the parser does not know (bytes that are no text at all, brackets without end). */
    public static int line(JacksonException broken) {
        var at = broken.getLocation();
        return at == null ? 1 : Math.max(1, at.getLineNr());
    }

    /** What the parser met, without its advice to programmers. */
    public static String met(JacksonException broken) {
        return broken.getOriginalMessage().replaceFirst("(?s): enable .*", ", which does not belong there");
    }

    /** The column, from 1; 1 where the parser does not know. */
    public static int column(JacksonException broken) {
        var at = broken.getLocation();
        return at == null ? 1 : Math.max(1, at.getColumnNr());
    }
}
