package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;

/** Whether words are about the notebook, about a price, or about an expert. */
final class NotebookGoals {
    private final Goals g;
    private final Reading r;
    private final Utterance u;

    NotebookGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    boolean agent() {
        return u.has("thing.expert") && u.has("verb.build", "verb.call", "word.may_use", "say.want")
                || u.has("thing.expert") && u.has("word.read_only");
    }

    boolean estimate() {
        boolean resources = u.has("word.memory")
                && (u.has("word.dont_run") || !u.has("verb.run", "verb.stimulate", "verb.build", "verb.import"));
        return (u.has("verb.estimate") || resources)
                && RunNames.in(u, r.context().runs()).size() < 2
                && (g.question()
                        || u.has("verb.show")
                        || !u.has("verb.run", "verb.stimulate")
                        || u.has("word.dont_run"));
    }

    boolean export() {
        boolean format = !u.family("notebook").isEmpty();
        return (format
                        && u.has(
                                "thing.notebook",
                                "word.last_run",
                                "verb.export",
                                "verb.export_notebook",
                                "verb.build",
                                "verb.show"))
                || (u.has("verb.export_notebook") && u.has("thing.notebook"))
                || (u.has("verb.export")
                        && u.first("thing.notebook").isPresent()
                        && u.family("export").isEmpty());
    }

    boolean rerun() {
        boolean entry = u.has("thing.run", "thing.notebook", "word.yesterday")
                || !RunNames.in(u, r.context().runs()).isEmpty();
        return u.has("word.rerun")
                && entry
                && (u.has("word.identical", "word.yesterday")
                        || !RunNames.in(u, r.context().runs()).isEmpty());
    }

    boolean compare() {
        return RunNames.in(u, r.context().runs()).size() >= 2
                && (u.has("verb.compare", "ask.difference", "verb.change", "word.side_by_side")
                        || u.has("word.changed")
                        || !g.activity.measures() && u.family("plot").isEmpty());
    }
}
