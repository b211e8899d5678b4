package io.brainwright.agents.frames;

/** Synapses: made, brought from elsewhere, changed, measured. */
final class WiringReader implements FamilyReader {
    private final Reading r;
    private final Goals goals;

    WiringReader(Reading reading, Goals goals) {
        this.r = reading;
        this.goals = goals;
    }

    @Override
    public void read() {
        var frame = new ConnectomeFrame(r);
        if (goals.wiring.midRange()) {
            frame.midRange(r.wish().of("connectome.mid_range"));
        }
        if (goals.wiring.thalamic()) {
            frame.thalamic(r.wish().of("connectome.thalamic"));
        }
        if (goals.wiring.local()) {
            frame.local(r.wish().of("connectome.local"));
        }
        if (goals.wiring.physiology()) {
            frame.physiology(r.wish().of("connectome.physiology"));
        }
        if (goals.rewiring.edits()) {
            new EditConnectomeFrame(r, goals).read(r.wish().of("connectome.edit"));
        }
        if (goals.wiring.analyse()) {
            frame.analyse();
        }
    }
}
