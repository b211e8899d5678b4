package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.List;

/**
 * Reads a request, the telling families of actions first, so that each quantity finds its own parameter.
 *
 * <p>{@link Goals} say which actions are meant; a {@link FamilyReader} for each family lets its frames take the quantities and names that
 * belong to them; {@link Leftovers} find a place for the rest, or ask.
 */
public final class FrameReader {
    private static final double S_PER_MS = 1e-3;
    /** chosen: no simulation of this size is asked for in ten seconds of tissue time, so it is a limit of ours */
    private static final double LEAST_BUDGET_MS = 10_000;

    private final Reading r;
    private final Utterance u;
    private final Goals goals;
    private final ActivityReader activity;
    private final TissueReader tissue;

    private FrameReader(Utterance utterance, Context context) {
        this.r = new Reading(utterance, context);
        this.u = utterance;
        this.goals = new Goals(r);
        this.activity = new ActivityReader(r, goals);
        this.tissue = new TissueReader(r, goals);
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
        if (goals.notebook.agent()) {
            new AgentFrame(r).read(r.wish().of("agent.create"));
            return;
        }
        if (goals.notebook.estimate()) {
            new EstimateFrame(r).read(r.wish().of("estimate"));
            return;
        }
        new NotebookReader(r, goals).read();
        new LibraryReader(r, goals).read();
        if (goals.atlas.query()
                && r.wish().wants().stream().noneMatch(w -> w.action().startsWith("library."))) {
            new QueryFrame(r).read();
        } else {
            budget();
            made();
        }
        activity.impliedRun();
        withoutDoubles();
        new Leftovers(r).read();
    }

    /** What is to be made, simulated and shown. */
    private void made() {
        boolean tissueToo = !libraryOnly();
        new PictureReader(r, goals).read();
        if (tissueToo) {
            List.of(new WiringReader(r, goals), activity, new GrowthReader(r, goals), tissue)
                    .forEach(FamilyReader::read);
        }
        new OutputReader(r, goals).read();
        activity.onlyTimes();
        tissue.countOfPicture();
    }

    private boolean libraryOnly() {
        boolean makes = u.has("verb.run", "verb.stimulate", "verb.grow", "verb.wire", "verb.replace", "verb.block")
                || u.has("verb.build", "verb.place") && (!goals.library.document() || goals.tissue.tissue())
                || goals.tissue.cellCount()
                        && goals.tissue.tissue()
                        && u.has("thing.column", "thing.slice", "thing.circuit")
                || goals.growth.dendrites()
                || goals.growth.axons()
                || goals.wiring.physiology();
        return !makes
                && (goals.library.literature()
                        || goals.library.imports()
                        || goals.library.contradictions()
                        || r.wants("library.search"));
    }

    /** "within 2 minutes on this laptop": a limit, no parameter. */
    private void budget() {
        r.take(Dimension.TIME, a -> a.value() >= LEAST_BUDGET_MS && u.between(a.from() - 3, a.from(), "budget.within"))
                .ifPresent(a -> r.wish().budget(a.value() * S_PER_MS));
        if (u.has("word.tiny")) {
            r.wish().askTiny();
        }
    }

    /** A folder that growing reads from is its source; what is exported is not measured. */
    private void withoutDoubles() {
        boolean grows = r.wish()
                .want("synthesis.dendrites")
                .or(() -> r.wish().want("synthesis.axons"))
                .filter(w -> w.params().has("source"))
                .isPresent();
        boolean imported = u.first("verb.import")
                .filter(m -> u.word(m.from()).startsWith("import"))
                .isPresent();
        if (grows && !imported) {
            r.wish().drop("library.import");
        }
        boolean exports = r.wish().wants().stream().anyMatch(w -> w.action().startsWith("export."));
        if (exports && !u.has("verb.show", "verb.compare")) {
            r.wish().dropMetric("traces");
        }
    }
}
