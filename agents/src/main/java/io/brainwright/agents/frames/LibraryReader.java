package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;

/** Papers, files and what others measured. */
final class LibraryReader implements FamilyReader {
    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    LibraryReader(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    @Override
    public void read() {
        var frame = new LibraryFrame(r);
        if (goals.library.audit()) {
            frame.audit(r.wish().of("library.audit"));
            return;
        }
        if (goals.library.imports() || goals.path() && goals.growth.dendrites()) {
            frame.importFiles();
        }
        if (goals.library.contradictions()) {
            frame.contradictions(r.wish().of("library.analyse"));
            return;
        }
        if (goals.library.search()) {
            frame.search(r.wish().of("library.search"));
        }
        if (goals.library.extract()) {
            frame.extract(r.wish().of("library.extract"));
        }
        boolean fromFiles = r.wants("library.import") && goals.library.document();
        if (u.has("verb.propose") && (r.wants("library.extract") || r.wants("library.search") || fromFiles)) {
            frame.propose(r.wish().of("library.propose"));
        }
    }
}
