package io.brainwright.agents.frames;

/** Runs, entries and exports of the notebook. */
final class NotebookReader implements FamilyReader {
    private final Reading r;
    private final Goals goals;

    NotebookReader(Reading reading, Goals goals) {
        this.r = reading;
        this.goals = goals;
    }

    @Override
    public void read() {
        var frame = new NotebookFrame(r);
        if (goals.notebook.compare()) {
            frame.compare(r.wish().of("notebook.compare"));
        }
        if (goals.notebook.rerun() && !goals.notebook.compare()) {
            frame.rerun(r.wish().of("notebook.rerun"));
        }
        if (goals.notebook.export()) {
            frame.export(r.wish().of("notebook.export"));
        }
    }
}
