package io.brainwright.agents.language;

/**
 * One word as phrases are compared with it.
 *
 * @param text small letters without accents
 * @param raw as it was said
 * @param start first character in the request
 * @param end the character after its last
 * @param sort what it is
 */
public record Word(String text, String raw, int start, int end, Sort sort) {
    /** Sorts of words. */
    public enum Sort {
        WORD,
        NUMBER,
        PATH,
        NAME,
        SIGN
    }

    /** Whether a sentence ends here. */
    public boolean isStop() {
        return sort == Sort.SIGN && (text.equals(".") || text.equals(";") || text.equals("?") || text.equals("!"));
    }
}
