package io.brainwright.library.model.reading;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.document.ReadingReport;
import io.brainwright.library.model.document.TableCell;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes passages down in reading order, and keeps account of what was read, skipped and odd. */
public final class PassageWriter {
    /** chosen: ten times a long book, some 20 MB of text. */
    private static final long MAX_CHARACTERS = 20_000_000;

    private static final int MAX_ODD = 20;

    private final String file;
    private final List<Passage> passages = new ArrayList<>();
    private final Deque<String> sections = new ArrayDeque<>();
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private final List<String> odd = new ArrayList<>();
    private final Map<PassageKind, Integer> counts = new LinkedHashMap<>();
    private long characters;
    private int notSaid;

    /** @param file its name, for messages */
    public PassageWriter(String file) {
        this.file = file;
    }

    /** Enters a section; a section without a title is entered too, so that every leave has its enter. */
    public void enter(String title) {
        sections.addLast(title);
    }

    /** Leaves the innermost section. */
    public void leave() {
        sections.removeLast();
    }

    /** Leaves all sections. */
    public void leaveAll() {
        sections.clear();
    }

    /** Writes a passage; one without words is not written. */
    public void write(PassageKind kind, String element, int page, String text) {
        write(kind, element, page, text, List.of());
    }

    /** Writes a passage with cells. Its text is taken as it is where it has cells, else white space is made single. */
    public void write(PassageKind kind, String element, int page, String text, List<TableCell> cells) {
        var clean = cells.isEmpty() ? text.strip().replaceAll("\\s+", " ") : text;
        if (clean.isBlank()) {
            return;
        }
        characters += clean.length();
        if (characters > MAX_CHARACTERS) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "TEXT_TOO_LONG",
                    "'%s' holds more than %d characters of text.".formatted(file, MAX_CHARACTERS),
                    "Import it in parts.",
                    Map.of("file", file, "limit", String.valueOf(MAX_CHARACTERS)));
        }
        var around =
                String.join(" > ", sections.stream().filter(s -> !s.isBlank()).toList());
        passages.add(new Passage("", passages.size(), kind, around, element, page, clean, cells));
        counts.merge(kind, 1, Integer::sum);
    }

    /** Counts a thing that is left out. */
    public void skip(String what) {
        skipped.merge(what, 1, Integer::sum);
    }

    /** Says what looks odd. */
    public void odd(String sentence) {
        if (odd.size() < MAX_ODD) {
            odd.add(sentence);
        } else {
            notSaid++;
        }
    }

    public int size() {
        return passages.size();
    }

    /** All that was written, with what the file says of itself. */
    public Parsed parsed(Facts facts) {
        var read = counts.entrySet().stream()
                .map(e -> e.getValue() + " "
                        + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (e.getValue() == 1 ? "" : "s"))
                .toList();
        var left = skipped.entrySet().stream()
                .map(e -> e.getValue() + " × " + e.getKey())
                .toList();
        if (notSaid > 0) {
            odd.add("%d more of this sort.".formatted(notSaid));
        }
        return new Parsed(facts, passages, new ReadingReport(read, left, odd));
    }
}
