package io.brainwright.agents.notebook;

/** Words of others within Markdown: they show as they are and format nothing. */
public final class MarkdownText {
    private MarkdownText() {}

    /** On one line, with every character that means something to Markdown escaped. */
    public static String of(String words) {
        return words.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("([\\\\`*\\[\\]<>|~])", "\\\\$1")
                .replaceAll("(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\\\\_")
                .replaceAll("^([-+=#])", "\\\\$1");
    }

    /** Within a code span in a table. */
    public static String code(String words) {
        var plain = words.replaceAll("\\s+", " ").replace('`', '\'').replace("|", "\\|");
        return plain.isBlank() ? "" : "`" + plain + "`";
    }
}
