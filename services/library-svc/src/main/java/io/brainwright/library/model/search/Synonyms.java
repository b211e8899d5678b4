package io.brainwright.library.model.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that mean the same thing, each a phrase of one or more words. */
public final class Synonyms {
    /** No names mean the same. */
    public static final Synonyms NONE = new Synonyms(List.of());

    private final Map<List<String>, Set<List<String>>> groups = new HashMap<>();
    private int longest = 1;

    /** @param groups names of one thing each: {@code [PV, parvalbumin, "parvalbumin-positive"]} */
    public Synonyms(List<? extends List<String>> groups) {
        for (var group : groups) {
            var phrases = new LinkedHashSet<List<String>>();
            group.forEach(name -> phrases.add(phrase(name)));
            phrases.remove(List.<String>of());
            for (var phrase : phrases) {
                this.groups.computeIfAbsent(phrase, _ -> new LinkedHashSet<>()).addAll(phrases);
                longest = Math.max(longest, phrase.size());
            }
        }
    }

    /** Words of a phrase, in the singular. */
    static List<String> phrase(String name) {
        return TextWords.of(name).stream().map(w -> TextWords.stem(w.form())).toList();
    }

    /**
     * Cuts a query into things that are asked for.
     *
     * @return for each thing, the phrases that name it, as asked first
     */
    List<List<List<String>>> things(List<String> words) {
        var things = new ArrayList<List<List<String>>>();
        int at = 0;
        while (at < words.size()) {
            int taken = 1;
            for (int n = Math.min(longest, words.size() - at); n > 1; n--) {
                if (groups.containsKey(words.subList(at, at + n))) {
                    taken = n;
                    break;
                }
            }
            var asked = List.copyOf(words.subList(at, at + taken));
            var all = new LinkedHashSet<List<String>>();
            all.add(asked);
            all.addAll(groups.getOrDefault(asked, Set.of()));
            things.add(List.copyOf(all));
            at += taken;
        }
        return things;
    }
}
