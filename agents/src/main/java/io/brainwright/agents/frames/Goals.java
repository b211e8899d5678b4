package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import io.brainwright.neuro.units.Dimension;
import java.util.Set;

/** Which actions a request is about, told by what it names; parameters come later. */
final class Goals {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Set<String> CELL_SORTS = Set.of(
            "thing.neuron", "thing.cell", "glia.glia", "glia.astrocyte", "glia.oligodendrocyte", "glia.microglia");

    private final Reading r;
    private final Utterance u;
    private final Context context;

    Goals(Reading reading) {
        this.r = reading;
        this.u = reading.u();
        this.context = reading.context();
    }

    boolean agent() {
        return u.has("thing.expert") && u.has("verb.build", "verb.call", "word.may_use", "say.want")
                || u.has("thing.expert") && u.has("word.read_only");
    }

    boolean path() {
        return u.words().stream().anyMatch(w -> w.sort() == Word.Sort.PATH);
    }

    boolean question() {
        return u.isQuestion();
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
                        && w.raw()
                                .toLowerCase(java.util.Locale.ROOT)
                                .matches(".*\\.(pdf|xml|nxml|bib|docx|html|txt|md)"));
    }

    /** "which amplitudes were reported", "are there measured values for": what others found. */
    boolean othersMeasured() {
        boolean atlas = !u.named(Named.Kind.REGION).isEmpty()
                && u.family("param").stream().allMatch(p -> p.name().matches("density|layer_thickness"));
        return !u.family("param").isEmpty()
                && !atlas
                && (u.has("word.reported") || u.has("lib.values") && u.has("verb.search"))
                && (question() || u.has("verb.search", "verb.show"))
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

    boolean notebookExport() {
        boolean format = !u.family("notebook").isEmpty();
        return (format && u.has("thing.notebook", "verb.export", "verb.export_notebook", "verb.build", "verb.show"))
                || (u.has("verb.export_notebook") && u.has("thing.notebook"))
                || (u.has("verb.export")
                        && u.first("thing.notebook").isPresent()
                        && u.family("export").isEmpty());
    }

    boolean notebookRerun() {
        boolean entry = u.has("thing.run", "thing.notebook", "word.yesterday")
                || !RunNames.in(u, context.runs()).isEmpty();
        return u.has("word.rerun")
                && entry
                && (u.has("word.identical", "word.yesterday")
                        || !RunNames.in(u, context.runs()).isEmpty());
    }

    boolean notebookCompare() {
        return RunNames.in(u, context.runs()).size() >= 2
                && (u.has("verb.compare", "ask.difference", "verb.change", "word.side_by_side")
                        || u.has("word.changed")
                        || !measures() && u.family("plot").isEmpty());
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

    boolean isImport() {
        return path() && (u.has("verb.import", "verb.replace", "verb.extract") || literature()) || inlineText();
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
                || (asked && isImport())
                || (!u.family("param").isEmpty()
                        && u.has("lib.papers")
                        && !u.has("thing.figure")
                        && (question() || u.has("verb.search")));
    }

    boolean search() {
        if (isImport() && !newer()) {
            return false;
        }
        boolean papers = (u.has("lib.papers") || newer() || othersMeasured()) && !u.has("thing.figure");
        boolean alone = u.has("lib.papers")
                && onlyNames()
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
        return (papers && ((u.has("verb.search", "verb.show", "verb.extract") || newer()) || question()))
                || things
                || alone
                || stored;
    }

    boolean estimate() {
        boolean resources = u.has("word.memory") && !u.has("verb.run", "verb.stimulate", "verb.build", "verb.import");
        return (u.has("verb.estimate") || resources)
                && RunNames.in(u, context.runs()).size() < 2
                && (question() || u.has("verb.show") || !u.has("verb.run", "verb.stimulate") || u.has("word.dont_run"));
    }

    /** Questions to the atlas. */
    boolean query() {
        boolean asked = u.family("query").stream()
                .filter(q -> !(q.concept().equals("query.cell_count") && u.word(q.to()).matches("\\d+")))
                .anyMatch(q -> u.mentions().stream()
                        .noneMatch(
                                g -> (g.family().equals("group") || g.family().equals("colour"))
                                        && g.from() <= q.from()
                                        && q.to() <= g.to()));
        asked |= countsCells();
        if (!asked
                || scaledDensity()
                || literature()
                || u.has("verb.place", "verb.replace", "verb.tune", "verb.import")) {
            return false;
        }
        boolean shaped = !question()
                && u.has("thing.column", "thing.slice", "thing.sphere", "thing.box", "thing.hexagon")
                && !r.free(Dimension.LENGTH).isEmpty()
                && onlyNames();
        if (shaped) {
            return false;
        }
        boolean asks = question()
                || u.has("verb.show", "verb.count", "verb.search", "verb.compare", "ask.question")
                || onlyNames();
        boolean does = !u.family("stim").isEmpty() && !u.has("stim.any")
                || u.has("verb.run")
                || u.has("verb.stimulate")
                || placementMetric()
                || u.has("plot.matrix") && u.has("thing.figure", "thing.plot")
                || u.has(
                        "verb.grow",
                        "verb.wire",
                        "verb.disconnect",
                        "verb.rewire",
                        "word.prune",
                        "word.touch_distance",
                        "word.rebuild")
                || !u.family("feature").isEmpty()
                || !u.family("graph").isEmpty()
                || context.circuit() && !u.family("match").isEmpty()
                || buildsTissue();
        return asks && !does;
    }

    /** "wie viele Neurone pro Schicht in S1Tr": how many, of what stands in a place of the atlas. */
    boolean countsCells() {
        return u.all("verb.count").stream().anyMatch(m -> u.after(m.to(), 1, "thing.neuron", "thing.cell"))
                && !u.named(Named.Kind.REGION).isEmpty();
    }

    private boolean onlyNames() {
        return u.family("verb").isEmpty();
    }

    private boolean buildsTissue() {
        return u.first("verb.build").isPresent()
                && !question()
                && tissue()
                && u.first("verb.build").orElseThrow().from() <= 1;
    }

    private boolean placementMetric() {
        return u.has("metric.ei_ratio", "metric.density_by_depth", "metric.composition", "metric.nearest_neighbour")
                || densityOverDepth();
    }

    /** "density in dependence of depth", in whatever words between. */
    boolean densityOverDepth() {
        return u.all("word.depth").stream()
                .anyMatch(d -> u.inClause(d.from(), "word.density", "query.density")
                        && u.distance(d.from(), d.to(), "word.density") <= 6);
    }

    boolean placementAnalyse() {
        return placementMetric() && !literature();
    }

    /** Something that tissue is made as. */
    boolean tissue() {
        return u.has(
                        "thing.column",
                        "thing.slice",
                        "thing.sphere",
                        "thing.hexagon",
                        "thing.box",
                        "thing.circuit",
                        "thing.brain")
                || !u.named(Named.Kind.REGION, Named.Kind.UNKNOWN_REGION).isEmpty()
                || cellCount();
    }

    boolean cellCount() {
        return u.amounts().stream()
                .anyMatch(a -> (a.is(Dimension.NUMBER) && a.value() != 1
                                || a.is(Dimension.NUMBER) && a.values().size() > 1)
                        && cellsFollow(a.to()));
    }

    /** "300 neurons", "300 randomly placed cells": a cell's word within a few. */
    boolean cellsFollow(int at) {
        for (int i = at; i < Math.min(u.size(), at + 5); i++) {
            int here = i;
            if (u.mentions().stream().anyMatch(m -> m.from() == here && CELL_SORTS.contains(m.concept()))) {
                return true;
            }
            if (u.words().get(i).sort() != Word.Sort.WORD) {
                return false;
            }
        }
        return false;
    }

    /** The pipeline from atlas to synapses, by name. */
    boolean pipeline() {
        return u.has("word.pipeline");
    }

    boolean place() {
        boolean cells = u.mentions().stream().anyMatch(m -> CELL_SORTS.contains(m.concept()));
        boolean glia = !u.family("glia").isEmpty();
        boolean density = u.has("word.density", "query.density")
                || r.free(Dimension.DENSITY).size() > 0;
        return pipeline()
                || scaledDensity()
                || u.has("verb.place")
                || (u.has("verb.build", "verb.add", "verb.replace", "verb.change") && (glia || density))
                || (glia && !question())
                || onlyKind()
                || countedCells()
                || (u.has("verb.build", "say.want")
                        && !r.wants("render.sound")
                        && !r.wants("render.movie")
                        && (cells
                                || u.has("thing.circuit", "class.excitatory", "class.inhibitory", "word.only")
                                        && onlyCells()
                                || !u.named(Named.Kind.M_TYPE, Named.Kind.M_CLASS)
                                        .isEmpty()
                                || u.has("word.seed", "verb.thin")))
                || r.free(Dimension.DENSITY).size() > 0;
    }

    /** "S1J, 1000 neurons": so many cells in a place, with no verb that would do something else with them. */
    private boolean countedCells() {
        return cellCount()
                && !question()
                && !u.named(Named.Kind.REGION).isEmpty()
                && !u.has("verb.run", "verb.stimulate", "verb.record", "verb.show", "verb.colour", "verb.search")
                && !u.has("thing.image", "thing.movie", "lib.papers", "lib.morphologies")
                && !r.wants("render.movie");
    }

    /** "neurons only": which sorts of cells tissue gets, with no verb. */
    private boolean onlyKind() {
        return u.mentions().stream()
                        .filter(m -> m.concept().matches("thing.neuron|class..*"))
                        .anyMatch(m -> u.between(m.from() - 2, m.to() + 2, "word.only"))
                && tissue()
                && !question()
                && !u.has("verb.run", "verb.stimulate", "verb.show", "verb.colour", "thing.image", "thing.movie");
    }

    /** "at half the density", "thinned to 30 %". */
    boolean scaledDensity() {
        return u.amounts().stream()
                        .filter(a -> a.is(Dimension.FRACTION) || a.is(Dimension.FOLD))
                        .anyMatch(a -> u.between(a.from() - 4, a.to() + 5, "word.density", "verb.thin"))
                && !question()
                && !u.has("verb.estimate")
                && u.family("class").isEmpty() | u.has("word.density", "verb.thin");
    }

    private boolean onlyCells() {
        return u.has("thing.circuit", "class.excitatory", "class.inhibitory");
    }

    boolean growDendrites() {
        return pipeline()
                || (u.has("thing.dendrite") && u.has("word.reconstructions") && path())
                || (u.has("verb.grow") && u.has("thing.dendrite", "thing.morphology"))
                || (u.has("thing.dendrite") && path() && !u.has("verb.import", "verb.extract"))
                || (u.has("thing.dendrite") && u.has("word.topological"))
                || (u.has("thing.dendrite", "thing.morphology")
                        && u.has("verb.build")
                        && u.has("word.topological", "word.reconstructions"));
    }

    boolean growAxons() {
        return pipeline()
                || (u.has("thing.axon") && (u.has("verb.grow") && !axonIsOnlyMeasured()))
                || (u.has("thing.axon") && u.has("word.long_range") && u.has("verb.add", "verb.build", "verb.import"))
                || (u.has("thing.axon") && u.has("verb.import") && path());
    }

    private boolean axonIsOnlyMeasured() {
        return u.has("verb.wire") || u.has("word.touch_distance", "thing.apposition") || u.has("word.ap");
    }

    boolean synthesisAnalyse() {
        return !u.family("feature").isEmpty() && !plotOfBarcode();
    }

    boolean plotOfBarcode() {
        return u.has("plot.barcode") && u.has("thing.plot", "thing.figure", "verb.show") && !u.has("verb.grow");
    }

    boolean wireLocal() {
        boolean touches = u.has("thing.apposition") && !u.has("rec.lfp", "word.probe");
        boolean synapses = (u.has("thing.synapse") || touches) && !question();
        boolean rules =
                u.has("word.touch_distance") || u.has("word.prune") || u.has("word.unspecific", "word.specificity");
        return pipeline()
                || (u.has("verb.wire") && !midRange() && !thalamic() && !edits())
                || (synapses && (u.has("word.local") || rules || touches) && !edits())
                || (rules
                        && u.has("verb.build", "verb.wire", "word.prune", "word.rebuild")
                        && !u.has("metric.synchrony")
                        && !edits()
                        && !literature());
    }

    boolean midRange() {
        return u.has("word.mid_range")
                || ((u.has("verb.wire") || projects())
                        && u.named(Named.Kind.REGION).stream()
                                        .filter(n -> !thalamicName(n))
                                        .map(Named::name)
                                        .distinct()
                                        .count()
                                >= 2);
    }

    private boolean projects() {
        return u.has("word.input") && !u.has("thing.axon", "verb.grow", "verb.stimulate") && !question();
    }

    static boolean thalamicName(Named n) {
        return n.name().equals("VPM")
                || n.name().equals("POm")
                || n.name().equals("PO")
                || n.name().equals("TH");
    }

    boolean thalamic() {
        boolean source =
                u.has("thing.thalamic") || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName);
        boolean made = u.has("verb.add", "verb.build", "verb.wire", "verb.place", "verb.grow", "verb.innervate")
                || u.has("word.rebuild")
                || onlyNames()
                        && u.has("word.input", "thing.axon")
                        && !question()
                        && r.free(Dimension.TIME).isEmpty()
                        && u.family("metric").isEmpty();
        return source && made && u.has("word.input", "verb.wire", "verb.add") && !thalamicDrive();
    }

    /** Activity of thalamic fibres, not their making. */
    boolean thalamicDrive() {
        return u.has(
                        "stim.poisson_spikes",
                        "stim.synchronous_spikes",
                        "stim.volley",
                        "stim.spike_train",
                        "stim.spike_replay")
                || !r.free(Dimension.FREQUENCY).isEmpty() && u.has("verb.stimulate");
    }

    boolean physiology() {
        return pipeline()
                || (u.has("word.physiology")
                        && !question()
                        && !literature()
                        && !r.free(Dimension.CONCENTRATION).isEmpty()
                        && !runs())
                || (u.has("word.physiology")
                        && u.has(
                                "verb.change", "verb.replace", "verb.build", "verb.add", "verb.import", "verb.assign"));
    }

    /** Changes of a connectome that stands. */
    boolean edits() {
        boolean cut = u.has("verb.cut") && u.has("word.connection", "thing.synapse") && !u.has("word.prune");
        return u.has("verb.disconnect", "verb.rewire") || cut || scaleWeight() || setDelay() || addConnections();
    }

    boolean scaleWeight() {
        boolean strength =
                u.has("word.weight") || u.has("word.strengthen") && u.has("thing.synapse", "word.connection");
        boolean between = u.has("thing.synapse", "word.connection")
                || pairNamed()
                || !u.named(Named.Kind.LAYER).isEmpty();
        boolean scaled = u.has("verb.change", "edit.twice", "edit.half", "edit.triple")
                || u.amounts().stream().anyMatch(a -> a.change() != io.brainwright.agents.language.Amount.Change.NONE);
        return strength
                && between
                && (scaled || u.has("word.strengthen"))
                && !u.has("verb.record", "verb.tune", "ask.question")
                && u.family("metric").isEmpty();
    }

    boolean setDelay() {
        return u.has("word.delay")
                && (u.has("word.connection", "thing.synapse") || pairNamed() || layerPair())
                && !r.free(Dimension.TIME).isEmpty()
                && !u.has("verb.stimulate");
    }

    private boolean addConnections() {
        return u.has("verb.add", "verb.build")
                && u.has("word.connection")
                && u.family("model").stream().anyMatch(m -> !m.concept().equals("model.distance") || u.has("verb.add"));
    }

    private boolean layerPair() {
        return u.named(Named.Kind.LAYER).stream()
                        .mapToInt(n -> n.names().size())
                        .sum()
                >= 2;
    }

    private boolean pairNamed() {
        return u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).size() >= 2
                || u.has("class.excitatory", "class.inhibitory");
    }

    boolean connectomeAnalyse() {
        boolean metric = !u.family("graph").isEmpty()
                || (!u.family("match").isEmpty() && !u.has("match.none"))
                || synapsesPerConnection();
        return metric && !u.has("word.prune") && !literature() && !edits();
    }

    /** "how many synapses does a connection have", in whatever order. */
    boolean synapsesPerConnection() {
        return u.has("thing.synapse")
                && u.has("verb.count", "word.average", "ask.question")
                && question()
                && u.has("word.connection");
    }

    boolean calibrate() {
        boolean background = u.has("stim.ou_current", "stim.ou_conductance", "stim.shot_noise")
                && !r.free(Dimension.FREQUENCY).isEmpty();
        return (u.has("verb.tune") || background)
                && (u.has(
                                "metric.mean_rate",
                                "metric.psp_amplitude",
                                "metric.resting_potential",
                                "word.epsp",
                                "word.ipsp")
                        || !r.free(Dimension.FREQUENCY).isEmpty()
                        || !r.free(Dimension.VOLTAGE).isEmpty());
    }

    boolean stimulus() {
        if (r.wants("connectome.thalamic") && onlyWired()) {
            return false;
        }
        boolean kind = u.family("stim").stream()
                .anyMatch(m -> !m.concept().equals("stim.any")
                        && !onlyMetric(m.concept())
                        && !isDenied(m)
                        && !(r.wants("render.sound") && m.concept().equals("stim.spike_train")));
        boolean driven = u.has("verb.stimulate")
                && (!u.named(Named.Kind.LAYER, Named.Kind.M_CLASS, Named.Kind.M_TYPE, Named.Kind.REGION)
                                .isEmpty()
                        || u.has(
                                "thing.neuron",
                                "thing.cell",
                                "class.excitatory",
                                "class.inhibitory",
                                "thing.column",
                                "thing.thalamic",
                                "thing.circuit",
                                "stim.any"));
        boolean held = u.has("verb.hold", "metric.peak_conductance")
                && !r.free(Dimension.VOLTAGE).isEmpty();
        driven |= u.has("word.stimulus_any")
                && !question()
                && !u.named(Named.Kind.LAYER, Named.Kind.M_CLASS, Named.Kind.M_TYPE)
                        .isEmpty();
        boolean synapse = u.has("word.epsp", "word.ipsp", "metric.psp_amplitude")
                && !r.free(Dimension.LENGTH).isEmpty()
                && !u.family("site").isEmpty();
        boolean spikesAtRate = !r.free(Dimension.FREQUENCY).isEmpty()
                && u.has("rec.spikes", "word.ap")
                && !u.has("verb.tune", "thing.movie");
        boolean thalamicRate = !r.free(Dimension.FREQUENCY).isEmpty()
                && (u.has("thing.thalamic")
                        || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName));
        return (kind
                        || driven
                        || held
                        || synapse
                        || thalamicRate
                        || spikesAtRate
                        || fibresFire()
                        || !r.free(Dimension.CURRENT).isEmpty())
                && !u.has("verb.extract")
                && !literature();
    }

    /** "give the column input from VPM": fibres, and nothing that they do. */
    private boolean onlyWired() {
        return u.family("stim").stream().allMatch(m -> m.concept().equals("stim.any"))
                && r.free(Dimension.FREQUENCY).isEmpty()
                && r.free(Dimension.CURRENT).isEmpty()
                && !u.has("word.fire")
                && u.all("verb.stimulate").stream().allMatch(m -> u.inClause(m.from(), "thing.thalamic", "word.input"));
    }

    /** "100 VPM fibres fire at 200 ms". */
    private boolean fibresFire() {
        boolean source = u.has("thing.thalamic") || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName);
        boolean when = r.free(Dimension.TIME).stream().anyMatch(a -> u.before(a.from(), 1, "time.at"));
        return source && when && u.has("word.fire", "word.input") && !u.has("verb.stimulate");
    }

    /** "without noise". */
    private boolean isDenied(io.brainwright.agents.language.Mention m) {
        return u.between(m.from() - 2, m.from(), "word.no", "word.except");
    }

    private boolean onlyMetric(String concept) {
        return concept.equals("stim.synchronous_spikes")
                && u.has("metric.synchrony")
                && !u.has("verb.stimulate", "stim.volley", "thing.thalamic")
                && u.named(Named.Kind.REGION).stream().noneMatch(Goals::thalamicName);
    }

    boolean record() {
        return u.has("verb.record")
                && (!u.family("site").isEmpty()
                        || !u.family("rec").isEmpty()
                        || !r.free(Dimension.TIME).isEmpty())
                && !literature();
    }

    boolean conditions() {
        return !r.free(Dimension.CONCENTRATION).isEmpty()
                || !r.free(Dimension.TEMPERATURE).isEmpty()
                || blocks()
                || SimFrame.withoutIon(u, "mg") && !question()
                || SimFrame.withoutIon(u, "ca") && !question()
                || u.has("rec.lfp") && !runsOnly();
    }

    boolean blocks() {
        return !u.named(Named.Kind.DRUG).isEmpty()
                || (!u.named(Named.Kind.RECEPTOR).isEmpty()
                                && u.has("verb.block", "word.with_and_without", "word.with_or_without"))
                        && !literature();
    }

    /** Whether what is asked can only be about runs that are there. */
    boolean runsOnly() {
        return !context.runs().isEmpty()
                && !runs()
                && !u.has("verb.stimulate", "verb.sweep", "verb.record")
                && u.amounts().stream().noneMatch(a -> a.isSweep() && !a.is(Dimension.NUMBER));
    }

    boolean measures() {
        return u.family("metric").stream().anyMatch(m -> Measures.SIM.contains(m.concept())) || Measures.howFast(u);
    }

    boolean run() {
        boolean onlySynapses = r.wants("connectome.physiology") && !u.has("verb.run", "verb.stimulate") && !pipeline();
        if (onlySynapses) {
            return false;
        }
        boolean runs = runs()
                && !r.wants("notebook.compare")
                && !r.wants("notebook.rerun")
                && RunNames.in(u, context.runs()).isEmpty();
        return runs || stimulus() || record() || conditions();
    }

    /** "run" as a verb; "the other run", "run 3" are things, "run 20 ms" is none. */
    boolean runs() {
        return u.all("verb.run").stream()
                .anyMatch(m -> !u.word(m.from() - 1).matches("other|another|last|previous|earlier|old|that|autre|otra")
                        && !(u.word(m.from()).matches("runs?") && numberOfRun(m.to())));
    }

    private boolean numberOfRun(int i) {
        return u.word(i).matches("\\d+")
                && u.amounts().stream().noneMatch(a -> a.from() == i && !a.unit().isEmpty());
    }

    boolean movie() {
        return u.has("thing.movie")
                || (!u.family("cam").isEmpty()
                        && (u.has("thing.camera", "verb.colour", "thing.movie")
                                || u.family("verb").stream().allMatch(m -> m.concept().matches("verb.(show|hear)"))
                                        && !r.free(Dimension.TIME).isEmpty()))
                || (u.has("word.slow") && u.has("verb.show") && u.has("word.ap"));
    }

    boolean sound() {
        return u.has("verb.hear")
                        && (u.has("rec.spikes", "metric.activity", "metric.raster", "thing.run", "verb.hear"))
                        && !movie()
                        && !u.has("ask.what_is")
                || !u.family("timbre").isEmpty();
    }

    boolean figure() {
        boolean form = u.has("word.dpi", "format.SVG", "format.PNG", "thing.figure", "word.title")
                || u.has("format.PDF") && !path() && !u.has("verb.import")
                || !r.free(Dimension.RESOLUTION).isEmpty();
        boolean plots = u.has("plot.matrix", "plot.depth_profile", "plot.barcode")
                && u.has("thing.plot", "verb.show", "thing.figure");
        return form && !thing3d() && (measures() || !u.family("plot").isEmpty() || u.has("thing.plot", "thing.figure"))
                || plots && !placementMetricAsked() && !u.has("verb.grow");
    }

    private boolean placementMetricAsked() {
        return u.has("metric.density_by_depth") && !u.has("plot.matrix", "thing.figure");
    }

    private boolean thing3d() {
        return u.has("verb.colour") && !measures();
    }

    /** "show one PV cell with its synapses": nothing but cells to look at. */
    boolean showsCells() {
        return u.has("verb.show")
                && !question()
                && !u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).isEmpty()
                && u.family("metric").isEmpty()
                && u.family("query").isEmpty()
                && u.family("param").isEmpty()
                && u.family("lib").isEmpty()
                && u.amounts().stream().allMatch(a -> a.is(Dimension.NUMBER));
    }

    boolean image() {
        return !movie()
                && !figure()
                && (u.has("thing.image")
                        || u.has("verb.colour")
                        || u.has("word.side_by_side", "layout.grid") && (u.has("verb.show") || search())
                        || u.has("word.highlight") && u.has("verb.show"));
    }
}
