package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Variant;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is blocked, and whether with and without it are compared. */
final class BlockFrame {
    private static final Set<String> KNOWN = Set.of("AMPA", "NMDA", "GABA_A", "GABA_B", "Na", "Ih", "K", "Ca");

    private static final List<String> SYNAPTIC = List.of("AMPA", "NMDA", "GABA_A", "GABA_B");
    private static final String EVERYTHING = "everything|all|alles|alle|tout|tous|todo|todos";
    private static final String BUT = "but|except|save|ausser|bis|auf|sauf|excepte|excepto|salvo|menos";

    private final Reading r;
    private final Utterance u;

    BlockFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read(Want want) {
        var blocked = blocked();
        if (blocked.isEmpty()) {
            return;
        }
        var each = blocked.size() > 1 && (u.has("verb.compare") && !u.has("word.with_and_without") || namedOneByOne());
        if (compares()) {
            r.wish().variants().add(new Variant("control", Map.of()));
            if (each) {
                blocked.forEach(b -> r.wish().variants().add(variant(List.of(b))));
            } else {
                r.wish().variants().add(variant(blocked));
            }
        } else {
            write(want.params().putArray("blocks"), blocked, want);
        }
    }

    /** "one with NMDA blocked, one with AMPA blocked". */
    private boolean namedOneByOne() {
        return u.words().stream()
                        .filter(w -> w.text().matches("one|einer|eine|einmal|une|una|uno"))
                        .count()
                >= 2;
    }

    private static Variant variant(List<String> blocked) {
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        blocked.forEach(blocks::add);
        Map<String, JsonNode> set = new LinkedHashMap<>();
        set.put("sim.run.blocks", blocks);
        return new Variant("no " + String.join(", ", blocked), set);
    }

    private void write(ArrayNode blocks, List<String> blocked, Want want) {
        var from = r.free(Dimension.TIME).stream()
                .filter(a -> (u.inClause(a.from(), "verb.block") || onlyDrugs() || ofDrug(a))
                        && (u.between(a.from() - 2, a.from(), "word.at", "word.after_start") || TimeCues.begins(u, a)))
                .filter(a -> (!u.inClause(a.from(), "verb.stimulate") || ofDrug(a))
                        && !u.between(a.from() - 3, a.from(), "verb.run", "verb.change"))
                .findFirst();
        for (var b : blocked) {
            if (from.isPresent()) {
                blocks.addObject()
                        .put("receptor", b)
                        .set("from_ms", Want.number(from.get().value()));
            } else {
                blocks.add(b);
            }
        }
        from.ifPresent(r::take);
        assert want.params().has("blocks");
    }

    /** "apply TTX after 100 ms": beside a drug, and no stimulus is named that it could be the onset of. */
    private boolean ofDrug(Amount a) {
        return u.named(Named.Kind.DRUG).stream().anyMatch(n -> u.sameClause(n.from(), a.from()))
                && u.family("stim").isEmpty()
                && r.free(Dimension.CURRENT).isEmpty()
                && r.free(Dimension.FREQUENCY).isEmpty();
    }

    private boolean onlyDrugs() {
        return !u.named(Named.Kind.DRUG).isEmpty() && u.has("verb.add");
    }

    private boolean compares() {
        return u.has("word.with_and_without", "word.with_or_without")
                || (u.has("verb.compare")
                        && (u.has("word.control_run", "verb.block")
                                || !u.named(Named.Kind.DRUG).isEmpty()))
                || (u.has("word.control_run") && u.has("verb.block"))
                || (u.has("word.both") && u.has("verb.block") && u.has("verb.show"));
    }

    private List<String> blocked() {
        var blocked = new ArrayList<String>();
        for (var n : r.free(_ -> true, Named.Kind.DRUG)) {
            n.names().stream().filter(KNOWN::contains).forEach(blocked::add);
            n.names().stream().filter(name -> !KNOWN.contains(name)).forEach(target -> cannot(n, target));
            r.take(n);
        }
        if (allBut()) {
            var kept = r.free(_ -> true, Named.Kind.RECEPTOR);
            kept.forEach(r::take);
            SYNAPTIC.stream()
                    .filter(receptor -> kept.stream().noneMatch(n -> n.names().contains(receptor)))
                    .forEach(blocked::add);
        }
        for (var n : r.free(_ -> true, Named.Kind.RECEPTOR)) {
            if (isAgonist(n)) {
                cannot(n, "+" + n.name());
                r.take(n);
            } else if (blockedByVerb(n) && KNOWN.contains(n.name())) {
                blocked.add(n.name());
                r.take(n);
            }
        }
        return blocked.stream().distinct().toList();
    }

    /** "block everything but NMDA": the receptors of synapses that are not named. */
    private boolean allBut() {
        return u.has("verb.block")
                && u.words().stream().anyMatch(w -> w.text().matches(EVERYTHING))
                && r.free(_ -> true, Named.Kind.RECEPTOR).stream()
                        .anyMatch(n -> u.word(n.from() - 1).matches(BUT)
                                || u.word(n.from() - 2).matches(BUT));
    }

    /** A drug that activates its target, or that blocks what cannot be blocked here, is no block of anything else. */
    private void cannot(Named drug, String target) {
        var kind = target.startsWith("+") ? "agonist" : "no_block";
        r.wish().fault("sim.run.blocks", "%s:%s|%s".formatted(kind, drug.said(), target.replace("+", "")));
    }

    /** "bath-apply NMDA", "an NMDA agonist": the receptor's own ligand is washed in. */
    private boolean isAgonist(Named receptor) {
        boolean ligand = u.between(receptor.from() - 1, receptor.to() + 2, "word.agonist");
        boolean applied = u.between(receptor.from() - 3, receptor.from(), "word.applied");
        boolean blocker = u.between(receptor.from() - 2, receptor.to() + 2, "word.block_any");
        return (ligand || applied) && !blocker;
    }

    /** The verb stands before or behind, and no other receptor's measurement between. */
    private boolean blockedByVerb(Named n) {
        boolean compared = u.has("word.with_and_without", "word.with_or_without");
        boolean measured = u.between(n.to(), n.to() + 2, "metric.peak_conductance", "word.weight")
                || u.all("metric.peak_conductance").stream().anyMatch(m -> m.from() <= n.from() && n.to() <= m.to());
        return !measured
                && (compared
                        || u.all("verb.block").stream()
                                .map(Mention::from)
                                .anyMatch(v -> u.sameClause(v, n.from()) && Math.abs(v - n.from()) <= 8));
    }
}
