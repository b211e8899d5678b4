package io.brainwright.library.model.search;

import io.brainwright.library.model.search.FoundPassage.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/** A question's words as a query, and as places in a passage that answers it. */
final class Question {
    /** Words that say nothing about tissue, in the four languages of requests. */
    private static final Set<String> EMPTY_WORDS =
            Set.of(("a an and are as at be by do does for from had has have how in into is it its of on or that the "
                            + "their there these this to was were what which who with papers paper le la les un une des du de "
                            + "et en dans pour sur der die das ein eine und im den dem von für mit el los las y o del para con "
                            + "por")
                    .split(" "));

    /** chosen: title, authors and section say what a passage is about, less than its own words. */
    private static final float ABOUT = 0.4f;
    /** chosen: the word that was asked for counts a little more than another name of the thing. */
    private static final float OTHER_NAME = 0.9f;

    private final List<List<List<String>>> things;

    Question(String words, Synonyms synonyms) {
        var all =
                TextWords.of(words).stream().map(w -> TextWords.stem(w.form())).toList();
        var telling = all.stream()
                .filter(w -> !EMPTY_WORDS.contains(w) && !isLayerWord(w))
                .toList();
        this.things = synonyms.things(telling.isEmpty() ? all : telling);
    }

    private static boolean isLayerWord(String word) {
        return word.equals("layer"); // its number carries it: l4
    }

    /** Three of four things must match, one of them in the passage itself. */
    Query query() {
        if (things.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        var all = new BooleanQuery.Builder();
        var within = new BooleanQuery.Builder();
        for (var thing : things) {
            var text = thing(thing, PassageFields.TEXT);
            within.add(text, Occur.SHOULD);
            all.add(
                    new DisjunctionMaxQuery(
                            List.of(text, new BoostQuery(thing(thing, PassageFields.ABOUT), ABOUT)), 0.1f),
                    Occur.SHOULD);
        }
        all.setMinimumNumberShouldMatch(things.size() - things.size() / 4);
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.MUST)
                .add(within.build(), Occur.FILTER)
                .build();
    }

    /** All things must be named in the passage, or in its document's title and abstract. */
    Query named() {
        var all = new BooleanQuery.Builder();
        for (var thing : things) {
            all.add(
                    new BooleanQuery.Builder()
                            .add(thing(thing, PassageFields.TEXT), Occur.SHOULD)
                            .add(thing(thing, PassageFields.CONTEXT), Occur.SHOULD)
                            .build(),
                    Occur.MUST);
        }
        return all.build();
    }

    private static Query thing(List<List<String>> names, String field) {
        var either = new ArrayList<Query>();
        for (int n = 0; n < names.size(); n++) {
            var query = phrase(names.get(n), field);
            either.add(n == 0 ? query : new BoostQuery(query, OTHER_NAME));
        }
        return either.size() == 1 ? either.getFirst() : new DisjunctionMaxQuery(either, 0);
    }

    private static Query phrase(List<String> words, String field) {
        if (words.size() == 1) {
            var forms = new SynonymQuery.Builder(field);
            TextWords.forms(words.getFirst()).forEach(f -> forms.addTerm(new Term(field, f)));
            return forms.build();
        }
        return new PhraseQuery(field, words.toArray(String[]::new));
    }

    /** Whether a text names every thing. */
    boolean allIn(String text) {
        var forms = TextWords.of(text).stream()
                .map(w -> TextWords.findable(w.form()))
                .toList();
        for (var thing : things) {
            var marked = new HashSet<Integer>();
            thing.forEach(name -> mark(name, forms, marked));
            if (marked.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Places of the words that matched, in order. */
    List<Place> places(String text) {
        var words = TextWords.of(text);
        var forms = words.stream().map(w -> TextWords.findable(w.form())).toList();
        var marked = new HashSet<Integer>();
        for (var thing : things) {
            for (var name : thing) {
                mark(name, forms, marked);
            }
        }
        var places = new ArrayList<Place>();
        for (int w = 0; w < words.size(); w++) {
            if (marked.contains(w)) {
                places.add(new Place(words.get(w).begin(), words.get(w).end()));
            }
        }
        return places;
    }

    private static void mark(List<String> name, List<Set<String>> forms, Set<Integer> marked) {
        for (int at = 0; at + name.size() <= forms.size(); at++) {
            boolean here = true;
            for (int i = 0; i < name.size() && here; i++) {
                var wanted = name.size() == 1 ? TextWords.forms(name.get(i)) : Set.of(name.get(i));
                here = forms.get(at + i).stream().anyMatch(wanted::contains);
            }
            for (int i = 0; here && i < name.size(); i++) {
                marked.add(at + i);
            }
        }
    }
}
