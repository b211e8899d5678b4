package io.brainwright.library.model.extraction.figure;

/** What the number behind ± or in the brackets says. */
public enum SpreadKind {
    /** Standard deviation. */
    SD("sd"),
    /** Standard error of the mean. */
    SEM("sem"),
    /** Smallest and largest value. */
    RANGE("range"),
    /** First and third quartile. */
    IQR("iqr"),
    /** Confidence interval of the mean. */
    CONFIDENCE("ci");

    private final String word;

    SpreadKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
