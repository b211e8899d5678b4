package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must be said first: no default stands for it, or two readings differ tenfold in cost. */
final class Missing {
    private static final Set<String> TISSUE = Set.of(
            "placement.cells",
            "atlas.region",
            "sim.run",
            "synthesis.dendrites",
            "connectome.local",
            "connectome.thalamic",
            "connectome.edit",
            "connectome.analyse",
            "placement.analyse",
            "placement.vessels",
            "connectome.astrocytes",
            "sim.calibrate",
            "synthesis.axons");

    private final Utterance u;
    private final Wish wish;
    private final WorkspaceView workspace;
    private final PluggedActions plugged;

    Missing(Utterance utterance, Wish wish, WorkspaceView workspace, PluggedActions plugged) {
        this.plugged = plugged;
        this.u = utterance;
        this.wish = wish;
        this.workspace = workspace;
    }

    List<FieldFault> faults() {
        var faults = new ArrayList<FieldFault>();
        region(faults);
        species(faults);
        block(faults);
        unclear(faults);
        return faults;
    }

    private void region(List<FieldFault> faults) {
        var region = wish.want("atlas.region").map(w -> w.params().path("region"));
        boolean named = region.isPresent() && !region.get().isMissingNode();
        boolean asked = wish.faults().stream().anyMatch(f -> f.field().equals("region"));
        if (named) {
            large(region.get().asString(""), faults);
        } else if (!asked && needsRegion() && u.has("thing.brain")) {
            if (u.named(Named.Kind.SPECIES).isEmpty()) {
                faults.add(new FieldFault("species", Replies.say(u.language(), "ask.species")));
            }
            faults.add(new FieldFault(
                    "region",
                    Replies.say(
                            u.language(),
                            "ask.subregion",
                            u.said(
                                    u.first("thing.brain").orElseThrow().from(),
                                    u.first("thing.brain").orElseThrow().to()),
                            String.join(", ", Places.built().subList(0, 3)))));
        } else if (!asked && needsRegion()) {
            faults.add(new FieldFault(
                    "region", Replies.say(u.language(), "ask.region", String.join(", ", Places.built()), "S1HL")));
        }
    }

    private boolean needsRegion() {
        boolean tissue =
                wish.wants().stream().map(w -> plugged.part(w.action())).anyMatch(TISSUE::contains);
        boolean circuit = PlanMaker.usesCircuit(wish, workspace);
        boolean single = !PlanMaker.network(wish)
                || wish.want("sim.run")
                        .filter(w -> w.params().path("target").has("pair"))
                        .isPresent();
        boolean places = wish.wants("atlas.region")
                || wish.wants().stream().anyMatch(w -> plugged.part(w.action()).equals("placement.cells"));
        boolean grows = wish.wants().stream()
                .allMatch(w -> w.action().startsWith("synthesis.") || w.action().startsWith("render."));
        return tissue && !circuit && (!single || places) && !grows;
    }

    /** A large region without a size: the readings differ by orders of magnitude. */
    private void large(String region, List<FieldFault> faults) {
        var params = wish.want("atlas.region").orElseThrow().params();
        boolean sized = params.path("shape").has("width_um")
                || params.path("shape").has("thickness_um")
                || params.path("shape").has("radius_um")
                || params.path("shape").path("kind").asString("").matches("column|slice|sphere|hexagon|box")
                || wish.want("placement.cells")
                        .filter(w -> w.params().has("count"))
                        .isPresent()
                || !PlanMaker.network(wish);
        if (!sized && Places.isLarge(region)) {
            if (!params.has("species")) {
                faults.add(new FieldFault("species", Replies.say(u.language(), "ask.species")));
            }
            var parts = Places.parts(region);
            faults.add(new FieldFault(
                    "region",
                    Replies.say(
                            u.language(),
                            "ask.subregion",
                            Places.name(region, u.language()),
                            String.join(", ", parts.subList(0, Math.min(5, parts.size()))))));
            if (!wish.suggestions().containsAll(parts)) {
                parts.stream().limit(5).forEach(wish.suggestions()::add);
            }
        }
    }

    /** A region of one species' atlas in another species. */
    private void species(List<FieldFault> faults) {
        var params = wish.want("atlas.region").map(Want::params);
        if (params.isPresent() && params.get().has("species")) {
            var region = params.get().path("region").asString("");
            var species = params.get().path("species").asString();
            if (!species.equals("rat") && Places.built().contains(region)) {
                faults.add(new FieldFault("species", Replies.say(u.language(), "ask.species_region", region, species)));
            }
        }
    }

    private void block(List<FieldFault> faults) {
        boolean nothing =
                wish.want("sim.run").filter(w -> !w.params().has("blocks")).isPresent()
                        && wish.variants().isEmpty();
        boolean blocker = u.first("verb.block").isPresent()
                && u.has("word.block_any")
                && u.named(Named.Kind.RECEPTOR, Named.Kind.DRUG).isEmpty();
        if (nothing && blocker && !u.has("stim.current_step")) {
            faults.add(new FieldFault("sim.run.blocks", Replies.say(u.language(), "ask.which_block")));
        }
    }

    /** Words that no frame understood, where a thing to build or to drive should stand, or most of the sentence. */
    private void unclear(List<FieldFault> faults) {
        var unknown = u.unexplained();
        if (unknown.isEmpty()
                || wish.wants().stream()
                        .allMatch(w ->
                                w.action().startsWith("library.") || w.action().startsWith("agent."))) {
            return;
        }
        var goal =
                unknown.stream().filter(w -> goalBefore(u.words().indexOf(w))).toList();
        boolean most = unknown.size() * 2 > u.contentWords();
        if (!goal.isEmpty() || most) {
            var words = (goal.isEmpty() ? unknown : goal)
                    .stream().map(w -> w.raw()).distinct().toList();
            faults.add(new FieldFault(
                    "request", Replies.say(u.language(), "ask.understood_little", String.join("', '", words))));
        }
    }

    /** A noun that stands where something to build, drive or block should: nothing understood follows that it could only describe. */
    private boolean goalBefore(int i) {
        boolean slot = i > 0
                && (u.word(i - 1).matches("of|with|without|mit|avec|con|block|stimulate|from")
                        || u.between(i - 1, i, "verb.stimulate", "verb.block", "verb.build", "verb.run"));
        boolean describes =
                u.mentions().stream().anyMatch(m -> !m.concept().equals("filler") && m.from() > i && m.from() <= i + 2)
                        || u.amounts().stream().anyMatch(a -> a.from() == i + 1)
                        || u.named().stream().anyMatch(n -> n.from() > i && n.from() <= i + 2);
        return slot && !describes;
    }
}
