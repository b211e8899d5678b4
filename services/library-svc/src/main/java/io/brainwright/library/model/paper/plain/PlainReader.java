package io.brainwright.library.model.paper.plain;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.Doi;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.reading.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads plain text; lines that begin with {@code #} are headings, lines that begin with {@code |} a table. */
public final class PlainReader {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+?)\\s*#*");
    private static final Pattern RULE = Pattern.compile("[|:\\-\\s]+");

    private final PassageWriter out;
    private final List<Integer> levels = new ArrayList<>();
    private String title = "";

    private PlainReader(PassageWriter out) {
        this.out = out;
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @param file its name, for messages
     */
    public static Parsed read(String text, String file) {
        var out = new PassageWriter(file);
        var reader = new PlainReader(out);
        var block = new ArrayList<String>();
        text.lines().forEach(line -> {
            boolean alone = HEADING.matcher(line.strip()).matches();
            if (line.isBlank() || alone) {
                reader.block(block);
                block.clear();
            }
            if (alone) {
                reader.heading(line.strip());
            } else if (!line.isBlank()) {
                block.add(line);
            }
        });
        reader.block(block);
        var first = text.strip().lines().findFirst().orElse("");
        var facts = new Facts(
                reader.title.isBlank() && first.length() <= 200 ? first.strip() : reader.title,
                List.of(),
                null,
                "",
                Doi.canonical(text.substring(0, Math.min(text.length(), 5000))),
                "");
        return out.parsed(facts);
    }

    private void heading(String line) {
        var heading = HEADING.matcher(line);
        if (!heading.matches()) {
            return;
        }
        int level = heading.group(1).length();
        while (!levels.isEmpty() && levels.getLast() >= level) {
            levels.removeLast();
            out.leave();
        }
        if (title.isBlank()) {
            title = heading.group(2);
            out.write(PassageKind.TITLE, "", 0, title);
        } else {
            levels.add(level);
            out.enter(heading.group(2));
        }
    }

    private void block(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.size() >= 2 && lines.stream().allMatch(l -> l.strip().startsWith("|"))) {
            table(lines);
        } else {
            out.write(PassageKind.PARAGRAPH, "", 0, String.join(" ", lines));
        }
    }

    private void table(List<String> lines) {
        var rows = lines.stream()
                .filter(l -> !RULE.matcher(l).matches())
                .map(l -> Arrays.stream(l.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        boolean headed = !rows.isEmpty() && RULE.matcher(lines.get(1)).matches();
        new TableRows(rows, headed ? 1 : 0).write(out, "", 0);
    }
}
