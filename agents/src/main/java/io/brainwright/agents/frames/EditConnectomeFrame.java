package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a connectome that stands: cut, rewire, scale, delay. */
final class EditConnectomeFrame {
    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    EditConnectomeFrame(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    void read(Want want) {
        var op = op();
        want.params().put("op", op);
        if (goals.rewiring.silences()) {
            want.derive("op", "silenced: the cells go on, and all that they give to others is cut");
        }
        new Pairs(r)
                .take()
                .or(() -> new Pairs(r).twoOfOneKind())
                .ifPresentOrElse(p -> want.params().put("pre", p.pre()).put("post", p.post()), () -> oneSide(want));
        for (var a : op.equals("scale_weight") ? factorsFirst(r.left()) : r.left()) {
            if ((a.is(Dimension.FRACTION) || a.is(Dimension.FOLD) && a.value() <= 1)
                    && !op.equals("scale_weight")
                    && !want.params().has("fraction")) {
                r.take(a);
                Reading.put(want, "fraction", a);
            } else if ((a.is(Dimension.FOLD) || a.is(Dimension.FRACTION) || factorNumber(a))
                    && op.equals("scale_weight")
                    && !want.params().has("factor")) {
                r.take(a);
                factor(want, a);
            } else if (a.is(Dimension.TIME)
                    && op.equals("set_delay")
                    && !want.params().has("delay_ms")) {
                r.take(a);
                Reading.put(want, "delay_ms", a);
            }
        }
        if (op.equals("scale_weight") && !want.params().has("factor")) {
            double factor = u.has("edit.half") ? 0.5 : u.has("edit.triple") ? 3 : u.has("edit.twice") ? 2 : 0;
            if (factor > 0) {
                want.params().set("factor", Want.number(factor));
                want.derive("factor", u.text());
            }
        }
        u.family("model").stream()
                .findFirst()
                .filter(_ -> op.equals("rewire") || op.equals("add"))
                .ifPresent(m -> want.params().put("model", m.name()));
        SeedWords.take(r, want, "connectome.edit");
    }

    private boolean factorNumber(Amount a) {
        return a.is(Dimension.NUMBER)
                && !SeedWords.isSeed(r, a)
                && !u.between(a.to(), a.to() + 1, "thing.neuron", "thing.cell");
    }

    /** "300 neurons ... 8 times stronger": what is said as a factor, before bare numbers. */
    private static List<Amount> factorsFirst(List<Amount> amounts) {
        return amounts.stream()
                .sorted(Comparator.comparing(a -> !a.is(Dimension.FOLD)))
                .toList();
    }

    private void factor(Want want, Amount a) {
        boolean share = a.is(Dimension.FRACTION) && a.change() == Amount.Change.NONE
                || a.is(Dimension.FOLD) && a.value() < 1 && u.word(a.from() - 1).matches("by|um|de|von|en|d");
        boolean by = share && u.has("word.strengthen") && !u.word(a.from() - 1).matches("to|auf|a|hasta");
        if (by) {
            boolean weaker = u.has("word.weaken");
            want.params().set("factor", Want.number(Percent.rest(weaker ? a.value() : -a.value())));
            want.derive("factor", a.said());
            return;
        }
        switch (a.change()) {
            case MORE -> {
                want.params().set("factor", Want.number(Percent.rest(-a.value())));
                want.derive("factor", a.said());
            }
            case LESS -> {
                want.params().set("factor", Want.number(Percent.rest(a.value())));
                want.derive("factor", a.said());
            }
            case NONE, TIMES -> Reading.put(want, "factor", a);
        }
    }

    private String op() {
        if (goals.rewiring.silences()) {
            return "disconnect";
        }
        if (u.has("verb.disconnect")) {
            return u.has("verb.remove") && !u.has("thing.cell") ? "disconnect" : "disconnect";
        }
        if (u.has("verb.rewire")) {
            return "rewire";
        }
        if (goals.rewiring.scaleWeight()) {
            return "scale_weight";
        }
        return goals.rewiring.setDelay() ? "set_delay" : u.has("verb.cut") ? "disconnect" : "add";
    }

    /** "all inhibitory synapses": those that inhibitory cells make. */
    private void population(Want want) {
        boolean e = u.has("class.excitatory");
        if (e != u.has("class.inhibitory")) {
            want.params().put("pre", e ? "excitatory" : "inhibitory");
        }
    }

    /** The class that the verb names, with a layer only where it stands beside it: "silence L5 SST cells". */
    private void silenced(List<Named> named, Want want) {
        int verb = u.first("verb.silence").orElseThrow().from();
        var cells = named.stream()
                .filter(n -> !n.is(Named.Kind.LAYER) && n.from() >= verb)
                .findFirst()
                .or(() -> named.stream().filter(n -> !n.is(Named.Kind.LAYER)).findFirst());
        if (cells.isEmpty()) {
            population(want);
            return;
        }
        var layers = new ArrayList<Integer>();
        for (var n : named) {
            boolean beside = n.is(Named.Kind.LAYER)
                    && (n.to() >= cells.get().from() - 1
                                    && n.from() < cells.get().from()
                            || n.from() <= cells.get().to() + 2
                                    && n.from() >= cells.get().to());
            if (beside) {
                n.names().forEach(l -> layers.add(Integer.valueOf(l)));
                r.take(n);
            }
        }
        r.take(cells.get());
        want.params()
                .put(
                        "pre",
                        cells.get().is(Named.Kind.M_TYPE)
                                ? cells.get().name()
                                : Targets.className(cells.get(), layers));
    }

    private void oneSide(Want want) {
        var named = r.free(_ -> true, Named.Kind.M_TYPE, Named.Kind.M_CLASS, Named.Kind.LAYER);
        if (named.isEmpty()) {
            population(want);
            return;
        }
        if (goals.rewiring.silences()) {
            silenced(named, want);
            return;
        }
        int at = named.getFirst().from();
        boolean post = u.between(at - 2, at, "word.to_strict");
        var target = new Targets(r).in(_ -> true);
        var name = target.has("m_types")
                ? target.path("m_types").path(0).asString()
                : target.has("m_class")
                        ? target.path("m_class").asString()
                        : "L" + target.path("layer").path(0).asInt();
        want.params().put(post ? "post" : "pre", name);
    }
}
