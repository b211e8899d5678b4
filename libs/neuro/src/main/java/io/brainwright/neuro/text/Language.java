package io.brainwright.neuro.text;

import java.util.Locale;
import java.util.Optional;

/** The languages that Brainwright reads and answers in. */
public enum Language {
    ENGLISH("en", false),
    FRENCH("fr", true),
    GERMAN("de", true),
    SPANISH("es", true);

    private final String code;
    private final boolean commaIsDecimal;

    Language(String code, boolean commaIsDecimal) {
        this.code = code;
        this.commaIsDecimal = commaIsDecimal;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** Whether 1,5 is one and a half and 1.000 a thousand. */
    public boolean commaIsDecimal() {
        return commaIsDecimal;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** The language of a code such as {@code de}. */
    public static Optional<Language> ofCode(String code) {
        for (var language : values()) {
            if (language.code.equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language a text is most likely written in; English where nothing tells. */
    public static Language guess(String text) {
        return guess(text, ENGLISH);
    }

    /**
     * The same, with the language of the dialogue so far, which wins where the text tells nothing or two languages tie.
     *
     * @param hint language of the turns before
     */
    public static Language guess(String text, Language hint) {
        return LanguageGuess.of(text, hint);
    }
}
