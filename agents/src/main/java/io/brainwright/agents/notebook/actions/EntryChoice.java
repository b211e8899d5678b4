package io.brainwright.agents.notebook.actions;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The entry that a plan means: by id, by words of its request, by the beginning of its date; by nothing: the newest. */
final class EntryChoice {
    private EntryChoice() {}

    static Entry of(Notebook notebook, JsonNode choice) {
        var id = choice.path("id").asString("");
        if (!id.isEmpty()) {
            return notebook.find(id);
        }
        var words = choice.path("match").asString("").toLowerCase(Locale.ROOT);
        var date = choice.path("date").asString("");
        if (words.isEmpty() && date.isEmpty()) {
            return notebook.newest();
        }
        var found = notebook.entries().stream()
                .map(Entry::new)
                .filter(e -> !e.isOfTheNotebook())
                .filter(e -> e.date().startsWith(date))
                .filter(e -> holds(e, words))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var names = (found.isEmpty()
                        ? notebook.entries().stream().map(Entry::new).toList()
                        : found)
                .stream().map(Entry::name).toList();
        throw new Problem(
                Kind.NOT_FOUND,
                "ENTRY_NOT_FOUND",
                "%s entries of the notebook are of '%s'."
                        .formatted(found.isEmpty() ? "No" : String.valueOf(found.size()), (date + " " + words).strip()),
                names.isEmpty() ? "The notebook is empty." : "There are: " + String.join(", ", names) + ".",
                Map.of("match", words, "date", date));
    }

    /** Every word stands in the request; a number as the whole number, another word also as the beginning of one. */
    private static boolean holds(Entry entry, String words) {
        var said = words(requested(entry));
        return words(words).stream()
                .allMatch(w ->
                        said.stream().anyMatch(s -> Character.isDigit(w.charAt(0)) ? s.equals(w) : s.startsWith(w)));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{N}.]+", -1))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Its request in small letters; a damaged entry has none. */
    private static String requested(Entry entry) {
        try {
            return entry.request().toLowerCase(Locale.ROOT);
        } catch (Problem damaged) {
            return "";
        }
    }
}
