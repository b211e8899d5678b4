package io.brainwright.sim.model.nmodl;

/**
 * One word of a file.
 *
 * @param kind what it is
 * @param text as written; the C code of a VERBATIM
 * @param line from 1
 * @param column from 1
 */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        NAME,
        NUMBER,
        SIGN,
        VERBATIM,
        END
    }

    boolean is(String wanted) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(wanted);
    }
}
