package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Simulations: what runs, what is done to it, what is measured, and the tissue that it needs first. */
final class ActivityReader implements FamilyReader {
    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    ActivityReader(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    @Override
    public void read() {
        new BinFrame(r).take();
        boolean calibrates = goals.activity.calibrate();
        if (calibrates) {
            var want = r.wish().of("sim.calibrate");
            new CalibrateFrame(r).read(want);
            if (goals.stimuli.stimulus()) {
                new StimulusFrame(r).read(want);
            }
            return;
        }
        boolean figureOnly = r.wants("render.plot")
                && !goals.activity.runs()
                && !u.has("verb.stimulate", "verb.record", "verb.sweep")
                && goals.activity.runsOnly();
        boolean propagates = u.has("word.ap") && r.wants("render.movie");
        boolean measured = goals.activity.measures()
                && !goals.activity.runsOnly()
                && !figureOnly
                && !ofLastRun()
                && !r.wants("notebook.compare")
                && !goals.tissue.analyse();
        boolean varied =
                u.has("verb.sweep") && u.amounts().stream().anyMatch(Amount::isSweep) && !r.wants("library.search");
        if ((goals.activity.run() || propagates || measured || varied) && !onlyGrouped()) {
            placementFirst();
            simulate();
        }
        if (goals.activity.measures() && !r.wants("render.plot")) {
            new AnalyseFrame(r).read();
        } else if (goals.activity.measures()
                && r.wants("sim.run")
                && u.family("format").isEmpty()
                && !u.has("word.dpi", "thing.figure")) {
            new AnalyseFrame(r).read();
        }
        new AnalyseFrame(r).against();
    }

    /** "the rates of the last run": what ran is measured, and nothing runs anew. */
    private boolean ofLastRun() {
        return u.has("word.last_run")
                && r.context().circuit()
                && u.all("verb.run").stream()
                        .allMatch(m -> u.all("word.last_run").stream().anyMatch(l -> m.within(l)));
    }

    /** Metric words that only group or compare shapes ask for no run. */
    private boolean onlyGrouped() {
        return r.wants("connectome.analyse") && !u.has("verb.run", "verb.stimulate", "verb.record")
                || !u.family("feature").isEmpty() && !goals.activity.runs() && !u.has("verb.stimulate");
    }

    private void simulate() {
        var want = r.wish().of("sim.run");
        new BlockFrame(r).read(want);
        if (goals.stimuli.stimulus()) {
            new StimulusFrame(r).read(want);
        }
        new SimFrame(r).read(want);
    }

    /** "activity for 5 s with 3 seeds", "1 s": a length and nothing else that it could be of is a simulation's. */
    void onlyTimes() {
        boolean times = !r.free(Dimension.TIME).isEmpty()
                || u.has("word.repeats")
                        && !(r.free(Dimension.NUMBER).isEmpty()
                                && r.free(Dimension.FOLD).isEmpty());
        if (r.wish().wants().isEmpty() && times && r.context().circuit() && !u.has("thing.movie")) {
            simulate();
            new AnalyseFrame(r).read();
        }
    }

    /** "column, 80 cells, go for 40 ms": a length of time beside tissue, and nothing that it could be of, is a simulation's. */
    void impliedRun() {
        boolean tissue = r.wants("placement.cells")
                || r.wants("atlas.region")
                || r.wants("connectome.local")
                || r.wants("connectome.edit")
                || r.wants("connectome.thalamic");
        boolean ofTissue = r.free(Dimension.TIME).stream().allMatch(a -> u.after(a.to(), 0, "word.wide", "word.thick"));
        if (tissue && !ofTissue && !r.wants("sim.run") && !r.wants("sim.calibrate") && !r.wants("render.movie")) {
            simulate();
        }
    }

    /** Counts and layers of the tissue are taken before the simulation could. */
    private void placementFirst() {
        boolean build = u.has("verb.build", "verb.place")
                || (goals.tissue.cellCount() && !r.context().circuit())
                || !r.context().circuit()
                        && u.has("thing.column", "thing.slice", "thing.hexagon", "thing.sphere")
                        && !r.free(Dimension.LENGTH).isEmpty();
        boolean named = u.named(Named.Kind.REGION).stream().anyMatch(n -> !Goals.thalamicName(n));
        boolean thalamus = u.has("verb.run", "verb.build")
                && !named
                && u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName)
                && !u.has("thing.column", "thing.circuit", "word.input")
                && !goals.stimuli.stimulus();
        if (thalamus) {
            new AtlasFrame(r).read(r.wish().of("atlas.region"));
            return;
        }
        if (build
                && (goals.tissue.tissue() || goals.tissue.place())
                && !isDefinite()
                && (named || goals.tissue.cellCount() || !r.context().circuit())
                && !singleCell()) {
            new PlacementFrame(r, goals).read(r.wish().of("placement.cells"));
            new AtlasFrame(r).read(r.wish().of("atlas.region"));
        } else if (named && !singleCell() && !r.context().circuit()) {
            new AtlasFrame(r).read(r.wish().of("atlas.region"));
        }
    }

    private boolean singleCell() {
        for (int i = 0; i < u.size(); i++) {
            if (Articles.isSingle(u.word(i)) && Articles.singularCellFollows(u, i + 1) && !u.has("thing.column")) {
                return true;
            }
        }
        return false;
    }

    /** "the same column", "it": the circuit of the workspace. */
    private boolean isDefinite() {
        return r.context().circuit()
                && u.has("edit.same", "say.the_column")
                && !u.first("verb.build").isPresent();
    }
}
