package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import io.brainwright.neuro.units.Dimension;
import java.util.Locale;

/** Whether words are about papers, files, and what others measured. */
final class LibraryGoals {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Goals g;
    private final Utterance u;

    LibraryGoals(Goals goals) {
        this.g = goals;
        this.u = goals.reading().u();
    }

    /** Words about papers and what was measured by others. */
    boolean literature() {
        return u.has("lib.library") && !u.has("thing.expert")
                || document()
                || othersMeasured()
                || u.has("lib.papers") && !u.has("thing.figure")
                || newer()
                || u.has("verb.extract")
                || u.has("verb.propose");
    }

    /** A paper among the files. */
    boolean document() {
        return u.words().stream()
                .anyMatch(w -> w.sort() == Word.Sort.PATH
                        && w.raw().toLowerCase(Locale.ROOT).matches(".*\\.(pdf|xml|nxml|bib|docx|html|txt|md)"));
    }

    /** "which amplitudes were reported", "are there measured values for": what others found. */
    boolean othersMeasured() {
        boolean atlas = !u.named(Named.Kind.REGION).isEmpty()
                && u.family("param").stream().allMatch(p -> p.name().matches("density|layer_thickness"));
        return !u.family("param").isEmpty()
                && !atlas
                && (u.has("word.reported") || u.has("lib.values") && u.has("verb.search"))
                && (g.question() || u.has("verb.search", "verb.show"))
                && !u.has("verb.run", "verb.place", "verb.build", "verb.grow");
    }

    /** "newer than 2015": a year, not a time or a place. */
    boolean newer() {
        return u.has("word.newer")
                && u.amounts().stream()
                        .anyMatch(a -> a.is(Dimension.NUMBER)
                                && a.unit().isEmpty()
                                && a.value() >= FIRST_YEAR
                                && a.value() <= LAST_YEAR);
    }

    boolean audit() {
        boolean origin = u.has("verb.audit")
                && !u.family("audit").isEmpty()
                && (u.has("word.value", "thing.circuit", "word.recipe")
                        || u.family("audit").size() > 1);
        long groups = u.family("audit").stream().map(m -> m.name()).distinct().count();
        boolean grouped =
                u.has("verb.group", "verb.show", "ask.question") && groups >= 2 && u.has("word.value", "word.recipe");
        return (origin || grouped)
                && !u.has("verb.extract", "verb.propose")
                && u.family("query").isEmpty() | origin;
    }

    boolean contradictions() {
        return u.has("metric.contradictions", "metric.coverage")
                && u.has(
                        "metric.contradictions",
                        "word.value",
                        "word.recipe",
                        "lib.papers",
                        "lib.values",
                        "param.density",
                        "param.connection_probability",
                        "verb.show",
                        "verb.search");
    }

    boolean imports() {
        return g.path() && (u.has("verb.import", "verb.replace", "verb.extract") || literature()) || inlineText();
    }

    boolean inlineText() {
        return u.text().contains("@article{")
                || u.text().contains("@book{")
                || u.text().contains("@inproceedings{");
    }

    boolean extract() {
        boolean asked = u.has("verb.extract")
                || document() && u.has("verb.show", "word.quote", "ask.question", "verb.propose")
                || document() && !u.family("param").isEmpty() && !u.has("verb.place", "verb.replace", "verb.build")
                || othersMeasured()
                || (u.has("verb.propose") && !u.family("param").isEmpty());
        return (asked && !u.family("param").isEmpty())
                || (asked && imports())
                || (!u.family("param").isEmpty()
                        && u.has("lib.papers")
                        && !u.has("thing.figure")
                        && (g.question() || u.has("verb.search")));
    }

    boolean search() {
        if (imports() && !newer()) {
            return false;
        }
        boolean papers = (u.has("lib.papers") || newer() || othersMeasured()) && !u.has("thing.figure");
        boolean alone = u.has("lib.papers")
                && g.onlyNames()
                && !document()
                && !u.has("thing.figure", "thing.plot", "thing.notebook")
                && u.family("notebook").isEmpty();
        boolean typesOnly = u.family("lib").stream()
                .allMatch(m -> u.family("query").stream().anyMatch(q -> q.from() <= m.from() && m.to() <= q.to()));
        boolean things = !typesOnly
                && u.has("lib.morphologies", "lib.traces", "lib.datasets", "lib.models")
                && u.has("verb.search", "verb.show")
                && !u.has("verb.grow", "verb.compare", "verb.run", "verb.stimulate", "verb.build")
                && u.family("feature").isEmpty()
                && !u.has("metric.traces");
        boolean stored = u.has("lib.traces") && u.has("verb.search")
                || u.has("lib.library") && !u.has("verb.import", "thing.expert", "verb.run") && !contradictions();
        return (papers && ((u.has("verb.search", "verb.show", "verb.extract") || newer()) || g.question()))
                || things
                || alone
                || stored;
    }
}
