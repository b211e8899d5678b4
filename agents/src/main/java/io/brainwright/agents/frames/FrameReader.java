package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Reads a request through all frames, the telling ones first, so that each quantity finds its own parameter. */
public final class FrameReader {
    private static final double S_PER_MS = 1e-3;

    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    private FrameReader(Utterance utterance, Context context) {
        this.r = new Reading(utterance, context);
        this.u = utterance;
        this.goals = new Goals(r);
    }

    /** What a request asks for. */
    public static Wish read(Utterance utterance, Context context) {
        var reader = new FrameReader(utterance, context);
        reader.all();
        return reader.r.wish();
    }

    private void all() {
        if (u.has("word.rerun")) {
            r.wish().askRerun();
        }
        if (goals.agent()) {
            new AgentFrame(r).read(r.wish().of("agent.create"));
            return;
        }
        if (goals.estimate()) {
            new EstimateFrame(r).read(r.wish().of("estimate"));
            return;
        }
        notebook();
        library();
        if (goals.query() && r.wish().wants().stream().noneMatch(w -> w.action().startsWith("library."))) {
            new QueryFrame(r).read();
            leftovers();
            return;
        }
        budget();
        boolean makes = u.has("verb.run", "verb.stimulate", "verb.grow", "verb.wire", "verb.replace", "verb.block")
                || u.has("verb.build", "verb.place") && (!goals.document() || goals.tissue())
                || goals.growDendrites()
                || goals.growAxons()
                || goals.physiology();
        boolean libraryOnly = !makes
                && (goals.literature() || goals.isImport() || goals.contradictions() || r.wants("library.search"));
        render();
        if (!libraryOnly) {
            wiring();
            activity();
            growth();
            tissue();
        }
        export();
        onlyTimes();
        countOfPicture();
        leftovers();
    }

    /** "activity for 5 s with 3 seeds", "1 s": a length and nothing else that it could be of is a simulation's. */
    private void onlyTimes() {
        boolean times = !r.free(Dimension.TIME).isEmpty()
                || u.has("word.repeats") && !r.free(Dimension.NUMBER).isEmpty();
        if (r.wish().wants().isEmpty() && times && r.context().circuit() && !u.has("thing.movie")) {
            simulate();
            new AnalyseFrame(r).read();
        }
    }

    /** "a movie of 300 neurons of S1HL" where there is none yet: as many are placed. */
    private void countOfPicture() {
        for (var action : new String[] {"render.movie", "render.image"}) {
            var count = r.wish().want(action).map(w -> w.params().path("target").path("count"));
            boolean many = count.filter(n -> n.asInt(0) > 1).isPresent();
            if (many && !r.context().circuit() && r.wants("atlas.region")) {
                var cells = r.wish().of("placement.cells").params();
                if (!cells.has("count")) {
                    cells.set("count", count.get());
                }
            }
        }
    }

    private void notebook() {
        var frame = new NotebookFrame(r);
        if (goals.notebookCompare()) {
            frame.compare(r.wish().of("notebook.compare"));
        }
        if (goals.notebookRerun() && !goals.notebookCompare()) {
            frame.rerun(r.wish().of("notebook.rerun"));
        }
        if (goals.notebookExport()) {
            frame.export(r.wish().of("notebook.export"));
        }
    }

    private void library() {
        var frame = new LibraryFrame(r);
        if (goals.audit()) {
            frame.audit(r.wish().of("library.audit"));
            return;
        }
        if (goals.isImport() || goals.path() && goals.growDendrites()) {
            frame.importFiles();
        }
        if (goals.contradictions()) {
            frame.contradictions(r.wish().of("library.analyse"));
            return;
        }
        if (goals.search()) {
            frame.search(r.wish().of("library.search"));
        }
        if (goals.extract()) {
            frame.extract(r.wish().of("library.extract"));
        }
        boolean fromFiles = r.wants("library.import") && goals.document();
        if (u.has("verb.propose") && (r.wants("library.extract") || r.wants("library.search") || fromFiles)) {
            frame.propose(r.wish().of("library.propose"));
        }
    }

    /** "within 2 minutes on this laptop": a limit, no parameter. */
    private void budget() {
        r.take(Dimension.TIME, a -> a.value() >= 10_000 && u.between(a.from() - 3, a.from(), "budget.within"))
                .ifPresent(a -> r.wish().budget(a.value() * S_PER_MS));
        if (u.has("word.tiny")) {
            r.wish().askTiny();
        }
    }

    private void render() {
        if (goals.sound() && !u.has("verb.run", "verb.stimulate")) {
            new RenderFrame(r).sound(r.wish().of("render.sound"));
        }
        var frame = new RenderFrame(r);
        if (goals.movie()) {
            frame.movie(r.wish().of("render.movie"));
        }
        if (goals.figure()) {
            frame.figure(r.wish().of("render.plot"));
        }
    }

    private void wiring() {
        var frame = new ConnectomeFrame(r);
        if (goals.midRange()) {
            frame.midRange(r.wish().of("connectome.mid_range"));
        }
        if (goals.thalamic()) {
            frame.thalamic(r.wish().of("connectome.thalamic"));
        }
        if (goals.wireLocal()) {
            frame.local(r.wish().of("connectome.local"));
        }
        if (goals.physiology()) {
            frame.physiology(r.wish().of("connectome.physiology"));
        }
        if (goals.edits()) {
            new EditConnectomeFrame(r, goals).read(r.wish().of("connectome.edit"));
        }
        if (goals.connectomeAnalyse()) {
            frame.analyse();
        }
    }

    private void activity() {
        boolean calibrates = goals.calibrate();
        if (calibrates) {
            var want = r.wish().of("sim.calibrate");
            new CalibrateFrame(r).read(want);
            if (goals.stimulus()) {
                new StimulusFrame(r).read(want);
            }
            return;
        }
        boolean figureOnly = r.wants("render.plot")
                && !goals.runs()
                && !u.has("verb.stimulate", "verb.record", "verb.sweep")
                && goals.runsOnly();
        boolean propagates = u.has("word.ap") && r.wants("render.movie");
        boolean measured = goals.measures()
                && !goals.runsOnly()
                && !figureOnly
                && !r.wants("notebook.compare")
                && !goals.placementAnalyse();
        boolean varied =
                u.has("verb.sweep") && u.amounts().stream().anyMatch(Amount::isSweep) && !r.wants("library.search");
        if ((goals.run() || propagates || measured || varied) && !onlyGrouped()) {
            placementFirst();
            simulate();
        }
        if (goals.measures() && !r.wants("render.plot")) {
            new AnalyseFrame(r).read();
        } else if (goals.measures()
                && r.wants("sim.run")
                && u.family("format").isEmpty()
                && !u.has("word.dpi", "thing.figure")) {
            new AnalyseFrame(r).read();
        }
        new AnalyseFrame(r).against();
    }

    /** Metric words that only group or compare shapes ask for no run. */
    private boolean onlyGrouped() {
        return r.wants("connectome.analyse") && !u.has("verb.run", "verb.stimulate", "verb.record")
                || !u.family("feature").isEmpty() && !goals.runs() && !u.has("verb.stimulate");
    }

    private void simulate() {
        var want = r.wish().of("sim.run");
        new BlockFrame(r).read(want);
        if (goals.stimulus()) {
            new StimulusFrame(r).read(want);
        }
        new SimFrame(r).read(want);
    }

    /** Counts and layers of the tissue are taken before the simulation could. */
    private void placementFirst() {
        boolean build = u.has("verb.build", "verb.place")
                || (goals.cellCount() && !r.context().circuit())
                || !r.context().circuit()
                        && u.has("thing.column", "thing.slice", "thing.hexagon", "thing.sphere")
                        && !r.free(Dimension.LENGTH).isEmpty();
        boolean named = u.named(Named.Kind.REGION).stream().anyMatch(n -> !Goals.thalamicName(n));
        boolean thalamus = u.has("verb.run", "verb.build")
                && !named
                && u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName)
                && !u.has("thing.column", "thing.circuit", "word.input")
                && !goals.stimulus();
        if (thalamus) {
            new AtlasFrame(r).read(r.wish().of("atlas.region"));
            return;
        }
        if (build
                && (goals.tissue() || goals.place())
                && !isDefinite()
                && (named || goals.cellCount() || !r.context().circuit())
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

    private void growth() {
        var frame = new SynthesisFrame(r);
        if (goals.growDendrites()) {
            frame.dendrites(r.wish().of("synthesis.dendrites"));
        }
        if (goals.growAxons()) {
            frame.axons(r.wish().of("synthesis.axons"));
        }
        if (goals.synthesisAnalyse()) {
            frame.analyse();
        }
    }

    private void tissue() {
        var placement = new PlacementFrame(r, goals);
        if (goals.placementAnalyse() && !r.wants("connectome.analyse")) {
            placement.analyse(r.wish().of("placement.analyse"));
        }
        boolean other = r.wants("sim.run")
                || r.wants("connectome.edit")
                || r.wants("connectome.thalamic")
                || r.wants("connectome.mid_range")
                || r.wants("placement.analyse");
        boolean places = goals.place()
                && !r.wants("library.search")
                && (!other || u.has("verb.place") || r.free(Dimension.DENSITY).size() > 0);
        boolean onlyMade = u.has("verb.build")
                && (r.wants("render.movie")
                        || goals.image()
                        || r.wants("render.image")
                        || r.wants("render.plot")
                        || r.wants("notebook.export")
                        || r.wants("library.extract"))
                && !goals.pipeline()
                && r.context().circuit()
                && u.named(Named.Kind.REGION).isEmpty();
        boolean rewires = r.wants("connectome.local")
                && r.context().circuit()
                && u.named(Named.Kind.REGION).isEmpty();
        if (places
                && !onlyMade
                && !rewires
                && !r.wants("placement.cells")
                && !(r.context().circuit() && onlyGrows())) {
            placement.read(r.wish().of("placement.cells"));
        }
        var regions = r.free(n -> !Goals.thalamicName(n) || r.wants("placement.cells"), Named.Kind.REGION);
        boolean inCircuit = r.context().circuit()
                && (regions.isEmpty()
                        || !u.has("verb.build", "verb.place")
                                && regions.stream()
                                        .allMatch(
                                                n -> n.name().equals(r.context().circuitRegion())));
        boolean region = !inCircuit && (r.wants("placement.cells") || !regions.isEmpty()) && !onlyLibrary();
        if (region && !r.wants("atlas.region")) {
            new AtlasFrame(r).read(r.wish().of("atlas.region"));
        }
    }

    private boolean onlyGrows() {
        return (r.wants("synthesis.dendrites") || r.wants("synthesis.axons"))
                && u.named(Named.Kind.REGION).isEmpty();
    }

    private boolean onlyLibrary() {
        return r.wish().wants().stream()
                        .anyMatch(w -> w.action().startsWith("library.search")
                                || w.action().startsWith("library.extract"))
                && !r.wants("placement.cells");
    }

    private void export() {
        if (goals.sound() && !r.wants("render.sound")) {
            new RenderFrame(r).sound(r.wish().of("render.sound"));
        }
        if (goals.image() || r.wish().wants().isEmpty() && goals.showsCells()) {
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
                && !goals.measures();
        if (whole) {
            r.wish().askWholeStudy();
        }
    }

    /** A folder that growing reads from is its source; what is exported is not measured. */
    private void withoutDoubles() {
        boolean grows = r.wish()
                .want("synthesis.dendrites")
                .or(() -> r.wish().want("synthesis.axons"))
                .filter(w -> w.params().has("source"))
                .isPresent();
        if (grows
                && !u.first("verb.import")
                        .filter(m -> u.word(m.from()).startsWith("import"))
                        .isPresent()) {
            r.wish().drop("library.import");
        }
        boolean exports = r.wish().wants().stream().anyMatch(w -> w.action().startsWith("export."));
        if (exports && !u.has("verb.show", "verb.compare")) {
            r.wish().dropMetric("traces");
        }
    }

    /** "column, 80 cells, go for 40 ms": a length of time beside tissue, and nothing that it could be of, is a simulation's. */
    private void impliedRun() {
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

    /** Numbers that found no place, names that none is known for. */
    private void leftovers() {
        impliedRun();
        withoutDoubles();
        new Leftovers(r).read();
    }
}
