package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashSet;
import java.util.stream.Stream;

/** Places and cells. */
final class TissueReader implements FamilyReader {
    private static final String SHEET = "nbS1";

    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    TissueReader(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    @Override
    public void read() {
        var placement = new PlacementFrame(r, goals);
        if (goals.tissue.analyse() && !r.wants("connectome.analyse")) {
            placement.analyse(r.wish().of("placement.analyse"));
        }
        boolean other = r.wants("sim.run")
                || r.wants("connectome.edit")
                || r.wants("connectome.thalamic")
                || r.wants("connectome.mid_range")
                || r.wants("placement.analyse");
        boolean places = goals.tissue.place()
                && !r.wants("library.search")
                && (!other || u.has("verb.place") || r.free(Dimension.DENSITY).size() > 0);
        boolean onlyMade = u.has("verb.build")
                && (r.wants("render.movie")
                        || goals.pictures.image()
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
        glia(placement);
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
        spanRegions();
    }

    /** Regions that are to be connected need cells in each: of the whole sheet where that is named too. */
    private void spanRegions() {
        var between = r.wish().want("connectome.mid_range");
        var tissue = r.wish().want("atlas.region");
        if (between.isEmpty() || tissue.isEmpty() || tissue.get().params().has("region")) {
            return;
        }
        if (u.words().stream().anyMatch(w -> w.raw().equalsIgnoreCase(SHEET))) {
            tissue.get().params().put("region", SHEET);
            tissue.get().object("shape").put("kind", "whole");
            tissue.get().derive("region", "the sheet that holds the regions that are connected");
            return;
        }
        var ends = new LinkedHashSet<String>();
        Stream.of("between", "sources", "targets")
                .flatMap(end -> between.get().params().path(end).valueStream())
                .forEach(region -> ends.add(region.asString()));
        ends.forEach(tissue.get().params().putArray("region")::add);
        tissue.get().derive("region", "the regions that are connected");
        if (tissue.get().params().path("shape").path("count").asInt(0) == ends.size()) {
            tissue.get().object("shape").remove("count"); // "two columns of S1HL and S1FL": one of each
        }
    }

    /** Vessels, end-feet on them, and synapses that astrocytes wrap: without a circuit its astrocytes are placed with their domains. */
    private void glia(PlacementFrame placement) {
        boolean feet = u.has("thing.endfoot");
        if (goals.tissue.vessels()) {
            var vessels = r.wish().of("placement.vessels");
            if (feet) {
                vessels.params().put("endfeet", true);
            }
        }
        if (goals.tissue.wraps()) {
            r.wish().of("connectome.astrocytes");
        }
        boolean astrocytes = r.wants("connectome.astrocytes") || r.wants("placement.vessels") && feet;
        if (astrocytes && (!r.context().circuit() || r.wants("placement.cells"))) {
            if (!r.wants("placement.cells")) {
                placement.read(r.wish().of("placement.cells"));
            }
            placement.astrocytes(r.wish().of("placement.cells"));
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

    /** "a movie of 300 neurons of S1HL" where there is none yet: as many are placed. */
    void countOfPicture() {
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
}
