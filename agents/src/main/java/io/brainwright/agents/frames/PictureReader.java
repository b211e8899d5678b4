package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;

/** Movies, figures and sound that are asked for by themselves. */
final class PictureReader implements FamilyReader {
    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    PictureReader(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    @Override
    public void read() {
        if (goals.pictures.sound() && !u.has("verb.run", "verb.stimulate")) {
            new RenderFrame(r).sound(r.wish().of("render.sound"));
        }
        var frame = new RenderFrame(r);
        if (goals.pictures.movie()) {
            frame.movie(r.wish().of("render.movie"));
        }
        if (goals.pictures.figure()) {
            frame.figure(r.wish().of("render.plot"));
        }
    }
}
