package io.brainwright.library.model.bibliography;

import io.brainwright.library.model.reading.Facts;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.StringValue;
import org.jbibtex.Value;
import org.jspecify.annotations.Nullable;

/** Reads BibTeX. */
public final class BibtexReader {
    private static final Pattern YEAR = Pattern.compile("(1[6-9]|20|21)\\d\\d");

    private BibtexReader() {}

    /**
     * All entries in the order of the file.
     *
     * @param text the bibliography
     * @param file its name, for messages
     * @param odd hears what looks odd
     * @throws Problem INVALID with the place where it is broken
     */
    public static List<BibEntry> read(String text, String file, Consumer<String> odd) {
        var database = parse(text, file, odd);
        var entries = new ArrayList<BibEntry>();
        database.getEntries().forEach((key, entry) -> {
            var facts = facts(entry);
            if (facts.title().isBlank()) {
                odd.accept("Entry '%s' has no title and was left out.".formatted(key.getValue()));
            } else {
                entries.add(new BibEntry(
                        key.getValue(), facts, field(entry, new Key("abstract")), field(entry, new Key("keywords"))));
            }
        });
        return entries;
    }

    private static BibTeXDatabase parse(String text, String file, Consumer<String> odd) {
        try {
            var parser = new BibTeXParser() {
                @Override
                public void checkStringResolution(Key key, @Nullable BibTeXString string) {
                    if (string == null) {
                        odd.accept("The abbreviation '%s' is explained nowhere.".formatted(key.getValue()));
                    }
                }

                @Override
                public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {
                    if (entry == null) {
                        odd.accept("The entry '%s', to which another refers, is not there.".formatted(key.getValue()));
                    }
                }
            };
            return parser.parse(new StringReader(text)); // parseFully goes on at a broken '@' without end
        } catch (ParseException | RuntimeException | StackOverflowError broken) {
            int line = BibtexPlaces.firstUnclosed(text);
            throw new Problem(
                    Kind.INVALID,
                    "BIBTEX_UNREADABLE",
                    "'%s' cannot be read as BibTeX: %s%s"
                            .formatted(
                                    file,
                                    firstLine(broken),
                                    line == 0 ? "" : "; the entry that begins at line " + line + " is not closed"),
                    "Mend the entry there; a brace or a comma is often missing just before.",
                    Map.of("file", file, "said", firstLine(broken), "line", String.valueOf(line)),
                    List.of(),
                    broken);
        }
    }

    private static String firstLine(Throwable broken) {
        return String.valueOf(broken.getMessage())
                .replaceFirst("^org\\.jbibtex\\.\\w+: ", "")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Facts facts(BibTeXEntry entry) {
        var year = YEAR.matcher(field(entry, BibTeXEntry.KEY_YEAR) + " " + field(entry, new Key("date")));
        var journal = field(entry, BibTeXEntry.KEY_JOURNAL);
        return new Facts(
                field(entry, BibTeXEntry.KEY_TITLE),
                authors(field(entry, BibTeXEntry.KEY_AUTHOR)),
                year.find() ? Integer.valueOf(year.group()) : null,
                journal.isBlank() ? field(entry, new Key("journaltitle")) : journal,
                field(entry, BibTeXEntry.KEY_DOI) + " " + field(entry, BibTeXEntry.KEY_URL),
                field(entry, new Key("copyright")));
    }

    private static String field(BibTeXEntry entry, Key key) {
        @Nullable Value value = entry.getField(key);
        return value == null ? "" : LatexText.plain(text(value)).strip().replaceAll("\\s+", " ");
    }

    private static String text(Value value) {
        try {
            return value.toUserString();
        } catch (RuntimeException unresolved) {
            return value instanceof StringValue string ? string.getString() : "";
        }
    }

    /** "Eyal, Guy and Segev, Idan" and "Guy Eyal and others" as "Eyal G". */
    static List<String> authors(String field) {
        if (field.isBlank()) {
            return List.of();
        }
        return Arrays.stream(field.split("\\s+and\\s+"))
                .map(String::strip)
                .filter(a -> !a.isEmpty() && !a.equals("others"))
                .map(BibtexReader::author)
                .toList();
    }

    private static String author(String name) {
        var parts = name.split("\\s*,\\s*");
        if (parts.length > 1) {
            return parts[0] + " " + initials(parts[parts.length - 1]);
        }
        var words = name.split("\\s+");
        int surname = words.length - 1;
        while (surname > 1 && Character.isLowerCase(words[surname - 1].charAt(0))) {
            surname--; // de, van, von
        }
        return words.length == 1
                ? name
                : String.join(" ", Arrays.copyOfRange(words, surname, words.length)) + " "
                        + initials(String.join(" ", Arrays.copyOfRange(words, 0, surname)));
    }

    private static String initials(String given) {
        var letters = new StringBuilder();
        for (var part : given.split("[\\s.\\-]+")) {
            if (!part.isEmpty()) {
                letters.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
