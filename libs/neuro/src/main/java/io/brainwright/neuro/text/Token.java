package io.brainwright.neuro.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One word, number, path, mention or sign.
 *
 * @param kind which of these
 * @param text its plain spelling
 * @param span where it stands in the text as it came
 * @param afterGap whether a space, or the beginning of the text, comes before it
 */
public record Token(Kind kind, String text, Span span, boolean afterGap) {
    /** Sorts of tokens. */
    public enum Kind {
        /** A word or name: {@code axon}, {@code L5_TPC:A}, {@code L2/3}, {@code GABA-A}, {@code Kv1.1}, {@code Ca2+}; hyphens cut other words. */
        WORD,
        /** Digits with their separators, without sign: {@code 1,000}, {@code 2e4}. */
        NUMBER,
        /** A file or folder: {@code ./cells}, {@code densities.csv}, {@code papers/}. */
        PATH,
        /** An expert called by name: {@code @anatomist}. */
        MENTION,
        /** Any other visible character. */
        SIGN
    }

    /** In small letters. */
    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** In small letters without accents, ß as ss: as the lexicon compares. */
    public String folded() {
        return fold(text);
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether this is the sign. */
    public boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Small letters without accents. */
    public static String fold(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        boolean ascii = true;
        for (int i = 0; i < lower.length() && ascii; i++) {
            ascii = lower.charAt(i) < 128;
        }
        return ascii
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replace("ß", "ss")
                        .replace("œ", "oe");
    }
}
