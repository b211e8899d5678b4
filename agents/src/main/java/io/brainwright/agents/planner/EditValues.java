package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.neuro.units.Dimension;
import java.util.List;

/** Which numbers of the last plan words change. */
final class EditValues {
    private final Utterance u;
    private final PatchWriter patch;
    private final Wish wish;
    private final Slots slots;

    EditValues(Utterance utterance, PatchWriter patch, Wish wish, Slots slots) {
        this.u = utterance;
        this.patch = patch;
        this.wish = wish;
        this.slots = slots;
    }

    void amounts() {
        for (var a : u.amounts()) {
            var slot = slots.of(a);
            if (slot == null || belongsToName(a) || blockBegins(a)) {
                continue;
            }
            if (a.change() != Amount.Change.NONE && !slot.path().equals("repeats")) {
                scale(slot, a.change(), a.value(), a.said());
            } else {
                patch.set(slot.action(), slot.path(), slots.value(a, slot));
            }
        }
    }

    /** "from 200 ms on" of a block is its own. */
    private boolean blockBegins(Amount a) {
        return wish.want("sim.run").map(w -> w.params().path("blocks").valueStream()).stream()
                .flatMap(b -> b)
                .anyMatch(b -> b.path("from_ms").isNumber() && b.path("from_ms").asDouble() == a.value());
    }

    private boolean belongsToName(Amount a) {
        return u.named().stream().anyMatch(n -> n.from() < a.to() && a.from() < n.to());
    }

    /** "twice as wide", "half as long", in words without a number. */
    void factors() {
        if (u.amounts().stream().anyMatch(a -> a.change() != Amount.Change.NONE)) {
            return;
        }
        double factor = u.has("edit.half") ? 0.5 : u.has("edit.triple") ? 3 : u.has("edit.twice") ? 2 : 0;
        var slot = slots.named();
        if (factor > 0 && slot != null) {
            scale(slot, Amount.Change.TIMES, factor, u.text());
        }
    }

    private void scale(Slots.Slot slot, Amount.Change change, double by, String said) {
        var old = patch.at(slot.action(), slot.path());
        if (!old.isNumber()) {
            return;
        }
        double value = switch (change) {
            case TIMES -> old.asDouble() * by;
            case MORE -> slot.dimensionless() ? old.asDouble() * (1 + by) : old.asDouble() + by;
            case LESS -> slot.dimensionless() ? old.asDouble() * (1 - by) : old.asDouble() - by;
            case NONE -> old.asDouble();
        };
        var exact = Want.number(Math.rint(value * 1e9) / 1e9);
        patch.set(slot.action(), slot.path(), exact);
        var path = slot.action() + "." + slot.path();
        patch.assume(new Assumption(
                path, exact, unit(slot.path()), "from your words: %s of %s".formatted(said, old), List.of()));
    }

    private static String unit(String path) {
        var dimension = Dimension.ofName(path.substring(path.lastIndexOf('.') + 1));
        return dimension.canonical();
    }
}
