package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which receptors words block or let go. */
final class EditBlocks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Utterance u;
    private final PatchWriter patch;
    private final Wish wish;

    EditBlocks(Utterance utterance, PatchWriter patch, Wish wish) {
        this.u = utterance;
        this.patch = patch;
        this.wish = wish;
    }

    void blocks() {
        if (!patch.has("sim.run")) {
            return;
        }
        var said = new ArrayList<JsonNode>();
        wish.want("sim.run").map(Want::params).map(p -> p.path("blocks")).ifPresent(b -> b.forEach(said::add));
        wish.variants()
                .forEach(v ->
                        v.set().getOrDefault("sim.run.blocks", JSON.arrayNode()).forEach(said::add));
        if (said.isEmpty()) {
            return;
        }
        boolean unblock =
                u.has("word.unblock") || u.has("verb.remove") && u.has("word.block_any") && u.has("verb.block");
        unblock |= u.named(Named.Kind.RECEPTOR, Named.Kind.DRUG).stream()
                .anyMatch(n -> u.between(n.from() - 2, n.from(), "word.no", "word.except")
                        && u.between(n.to(), n.to() + 2, "word.block_any", "verb.block"));
        var there = patch.at("sim.run", "blocks");
        unblock |= u.has("verb.remove")
                && there.isArray()
                && said.stream().allMatch(b -> there.valueStream().anyMatch(b::equals));
        boolean instead = u.has("edit.instead", "edit.same", "verb.replace") || !there.isArray() || there.isEmpty();
        if (unblock) {
            var left = JSON.arrayNode();
            there.forEach(b -> {
                if (!said.contains(b)) {
                    left.add(b);
                }
            });
            patch.set("sim.run", "blocks", left);
        } else if (!wish.variants().isEmpty()) {
            wish.variants().forEach(v -> {
                var variant = JSON.objectNode().put("name", v.name());
                var set = variant.putObject("set");
                v.set().forEach(set::set);
                patch.addVariant(variant);
            });
        } else if (instead) {
            var list = JSON.arrayNode();
            said.forEach(list::add);
            patch.set("sim.run", "blocks", list);
        } else {
            said.stream()
                    .filter(b -> there.valueStream().noneMatch(b::equals))
                    .forEach(b -> patch.append("sim.run", "blocks", b));
        }
    }
}
