package io.brainwright.library.model.search;

/** Things that a question names, looked for in a text by any of their names. */
public final class NamedThings {
    private final Question question;

    private NamedThings(Question question) {
        this.question = question;
    }

    /** The things that words name, under the names that ship with Brainwright. */
    public static NamedThings of(String words) {
        return new NamedThings(new Question(words, SearchNames.shipped()));
    }

    /** Whether a text names all of them. No things are in every text. */
    public boolean allIn(String text) {
        return question.allIn(text);
    }
}
