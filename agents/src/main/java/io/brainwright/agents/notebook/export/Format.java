package io.brainwright.agents.notebook.export;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Arrays;
import java.util.Map;

/** The forms in which an entry leaves the notebook. */
public enum Format {
    MARKDOWN("markdown", ".md"),
    HTML("html", ".html"),
    IPYNB("ipynb", ".ipynb"),
    RO_CRATE("ro-crate", ".crate.zip");

    private final String word;
    private final String ending;

    Format(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** Its name in plans and on the command line. */
    public String word() {
        return word;
    }

    /** Ending of its files. */
    public String ending() {
        return ending;
    }

    /**
     * The format of a name.
     *
     * @throws Problem INVALID with the names there are
     */
    public static Format of(String word) {
        return Arrays.stream(values())
                .filter(f -> f.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.INVALID,
                        "FORMAT_UNKNOWN",
                        "An entry cannot be exported as '%s'.".formatted(word),
                        "Formats are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(Format::word)
                                                .toList())
                                + ".",
                        Map.of("format", word)));
    }
}
