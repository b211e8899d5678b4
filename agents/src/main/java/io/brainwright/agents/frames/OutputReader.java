package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;

/** Pictures, sound and files made of what the rest of the request makes. */
final class OutputReader implements FamilyReader {
    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    OutputReader(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    @Override
    public void read() {
        if (goals.pictures.sound() && !r.wants("render.sound")) {
            new RenderFrame(r).sound(r.wish().of("render.sound"));
        }
        if (goals.pictures.image() || r.wish().wants().isEmpty() && goals.pictures.showsCells()) {
            new RenderFrame(r).image(r.wish().of("render.image"));
        }
        for (var name : new String[] {"sonata", "swc", "nwb"}) {
            boolean imported = r.wish().want("library.import").isPresent() && !u.has("verb.export");
            if (u.has("export." + name) && !imported && !r.wants("library.search")) {
                r.wish().of("export." + name);
            }
        }
        boolean whole = u.has("metric.activity")
                && u.has("verb.show")
                && r.wants("sim.run")
                && r.wants("placement.cells")
                && !goals.activity.measures();
        if (whole) {
            r.wish().askWholeStudy();
        }
    }
}
