package io.brainwright.agents.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Regions and species; near misses and regions of other atlases are asked about, never guessed. */
final class RegionWords {
    private static final int LONGEST_NAME = 6;

    private final Sentence s;

    private RegionWords(Sentence sentence) {
        this.s = sentence;
    }

    static void read(Sentence sentence) {
        var regions = new RegionWords(sentence);
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.isExplained(i)) {
                regions.at(i);
            }
        }
        regions.oneOnly();
    }

    private void at(int i) {
        var words = Lexicon.shared();
        for (int n = LONGEST_NAME; n >= 1; n--) {
            var acronym = i + n <= s.size() ? words.region(phrase(i, n)) : null;
            if (acronym != null) {
                s.put("region", acronym);
                s.explain(i, i + n);
                return;
            }
        }
        if (s.is("region.generic", i)) {
            s.put("region.generic", s.items.get(i).raw());
            s.explain(i, i + 1);
        } else if (s.is("species.rat", i)) {
            s.put("species", "rat");
            s.explain(i, i + 1);
        } else if (s.is("species.absent", i)) {
            s.fault(
                    "species",
                    "There is no data of '%s' in this version; its atlas is of the juvenile rat."
                            .formatted(s.items.get(i).raw()));
            s.explain(i, i + 1);
        } else if (s.is("region.absent", i)) {
            s.fault(
                    "region",
                    "'%s' is not in this version's atlas, which has %s of the rat."
                            .formatted(s.items.get(i).raw(), all()));
            s.explain(i, i + 1);
        } else if (s.items.get(i).isWord() && !words.knows(s.word(i))) {
            near(i);
        }
    }

    private void near(int i) {
        var word = s.word(i);
        boolean acronym = word.startsWith("s1");
        int allowed = acronym ? 3 : word.length() >= 9 ? 2 : word.length() >= 5 ? 1 : 0;
        var found = new ArrayList<String>();
        for (var name : Lexicon.shared().regionNames()) {
            if (Spelling.distance(word, name) <= allowed && name.startsWith("s1") == acronym) {
                found.add(name);
            }
        }
        found.sort(Comparator.comparingInt((String name) -> Spelling.distance(word, name))
                .thenComparing(Comparator.naturalOrder()));
        if (acronym || !found.isEmpty()) {
            var nearest = found.stream()
                    .map(n -> String.valueOf(Lexicon.shared().region(n)))
                    .distinct()
                    .limit(3)
                    .toList();
            s.fault(
                    "region",
                    "There is no region '%s'.%s The atlas has %s."
                            .formatted(
                                    s.items.get(i).raw(),
                                    nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?",
                                    all()));
            s.explain(i, i + 1);
        }
    }

    private void oneOnly() {
        var regions = s.terms.getOrDefault("region", java.util.Set.of());
        if (regions.size() > 1 && regions.contains("nbS1")) {
            s.terms.put(
                    "region",
                    new java.util.TreeSet<>(
                            regions.stream().filter(r -> !r.equals("nbS1")).toList()));
        }
        if (s.terms.getOrDefault("region", java.util.Set.of()).size() > 1) {
            s.fault(
                    "region",
                    "Several regions are said: %s. One at a time is possible yet; which one?"
                            .formatted(String.join(", ", regions)));
        }
    }

    private String phrase(int i, int n) {
        var words = new ArrayList<String>();
        for (int k = i; k < i + n; k++) {
            words.add(s.items.get(k).raw().toLowerCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    private static String all() {
        return String.join(", ", List.copyOf(Lexicon.shared().acronyms()));
    }
}
