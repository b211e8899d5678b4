package io.brainwright.agents.frames;

/** Dendrites, axons and their shapes. */
final class GrowthReader implements FamilyReader {
    private final Reading r;
    private final Goals goals;

    GrowthReader(Reading reading, Goals goals) {
        this.r = reading;
        this.goals = goals;
    }

    @Override
    public void read() {
        var frame = new SynthesisFrame(r);
        if (goals.growth.dendrites()) {
            frame.dendrites(r.wish().of("synthesis.dendrites"));
        }
        if (goals.growth.axons()) {
            frame.axons(r.wish().of("synthesis.axons"));
        }
        if (goals.growth.analyse()) {
            frame.analyse(goals.growth.comparesBarcodes());
        }
    }
}
