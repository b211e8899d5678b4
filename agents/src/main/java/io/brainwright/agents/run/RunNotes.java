package io.brainwright.agents.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several runs of a step say: once what all say, with the run's setting what only some say. */
public final class RunNotes {
    private final Map<String, List<String>> saidBy = new LinkedHashMap<>();
    private int runs;

    /** @param setting variant and swept values in words, empty where there is but one */
    public void add(String setting, List<String> notes) {
        runs++;
        notes.stream()
                .distinct()
                .forEach(note ->
                        saidBy.computeIfAbsent(note, _ -> new ArrayList<>()).add(setting));
    }

    /** The notes in the order in which they were said first. */
    public List<String> words() {
        return saidBy.entrySet().stream()
                .map(e -> e.getValue().size() == runs ? e.getKey() : named(e.getKey(), e.getValue()))
                .toList();
    }

    private static String named(String note, List<String> settings) {
        var whose =
                String.join("; ", settings.stream().filter(s -> !s.isEmpty()).toList());
        return whose.isEmpty() ? note : note.replaceFirst("[.]$", "") + " (" + whose + ").";
    }
}
