package io.brainwright.library.model.search;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds values by words: all words must occur in the path, the description, the unit or the source of a value.
 *
 * <p>Points per word, best first: 8 where it is a whole part of the path, 4 where it begins one, 2 where it is a whole word
 * elsewhere, 1 where it occurs anywhere; values with equal points stay in the order of the recipes. chosen: a value's own name
 * says more about it than its citation.
 */
public final class ValueSearch {
    private final List<Entry> entries = new ArrayList<>();

    /** @param recipes whose values can be found */
    public ValueSearch(List<RecipeFile> recipes) {
        for (var recipe : recipes) {
            recipe.values().forEach(value -> entries.add(Entry.of(recipe.name(), value)));
        }
    }

    /**
     * A value that matches.
     *
     * @param recipe where it stands
     * @param value the value
     */
    public record Found(String recipe, RecipeValue value) {}

    /** Every value that matches all words, best first. No words match every value. */
    public List<Found> find(String words) {
        var wanted = Words.of(words);
        return entries.stream()
                .filter(e -> wanted.stream().allMatch(w -> e.points(w) > 0))
                .sorted(Comparator.comparingInt(
                                (Entry e) -> wanted.stream().mapToInt(e::points).sum())
                        .reversed())
                .map(e -> new Found(e.recipe(), e.value()))
                .toList();
    }

    /** A value with its words. */
    private record Entry(String recipe, RecipeValue value, List<String> path, List<String> other) {

        static Entry of(String recipe, RecipeValue value) {
            var said = value.description() + " " + value.unit() + " " + value.source();
            return new Entry(recipe, value, Words.of(value.path()), Words.of(said));
        }

        int points(String word) {
            if (path.contains(word)) {
                return 8;
            }
            if (path.stream().anyMatch(p -> p.startsWith(word))) {
                return 4;
            }
            if (other.contains(word)) {
                return 2;
            }
            boolean within = path.stream().anyMatch(p -> p.contains(word))
                    || other.stream().anyMatch(p -> p.contains(word));
            return within ? 1 : 0;
        }
    }
}
