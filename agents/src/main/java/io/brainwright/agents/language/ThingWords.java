package io.brainwright.agents.language;

import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.neuro.units.Dimension;

/** Words without numbers: shapes, classes and types, density, drugs, outputs, and what this version does not have. */
final class ThingWords {
    private static final double HALF = 0.5;
    private static final double TWICE = 2;
    private static final double QUARTER = 0.25;

    private final Sentence s;

    private ThingWords(Sentence sentence) {
        this.s = sentence;
    }

    static void read(Sentence sentence) {
        var things = new ThingWords(sentence);
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.isExplained(i)) {
                things.at(i);
            }
        }
    }

    private void at(int i) {
        shape(i);
        classes(i);
        density(i);
        chemistry(i);
        outputs(i);
        verbs(i);
        var absent = Lexicon.shared().absent(s.word(i));
        if (absent != null && !s.isExplained(i)) {
            s.fault("request", "%s: not available yet.".formatted(capital(absent)));
            s.explain(i, i + 1);
        }
    }

    private void shape(int i) {
        if (s.is("column", i)) {
            flag("column", i);
        } else if (s.is("whole", i)
                && (s.is("region.generic", i + 1) || s.is("region.generic", i + 2) || region(i + 1) || region(i + 2))) {
            flag("whole", i);
        } else if (s.is("width", i) || s.is("radius", i) || s.is("cells", i) || s.is("seed", i)) {
            s.explain(i, i + 1);
        }
    }

    private boolean region(int i) {
        return Lexicon.shared().region(s.word(i)) != null;
    }

    private void classes(int i) {
        var type = Lexicon.shared().type(s.word(i));
        boolean driven = s.clause(i) == Clause.STIMULATE;
        if (type != null) {
            boolean electrical = s.is("e_types", i);
            if (electrical && !driven) {
                s.fault(
                        "placement.cells",
                        "Placing one e-type only (%s) is not available yet; name m-types.".formatted(type));
            }
            s.put((driven ? "stimulus." : "") + (electrical ? "e_types" : "m_types"), type);
            s.explain(i, i + 1);
        } else if (s.is("excitatory", i) || s.is("inhibitory", i) || s.is("pyramidal", i)) {
            population(i, driven);
        }
    }

    private void population(int i, boolean driven) {
        if (driven) {
            s.put("stimulus.population", s.is("inhibitory", i) ? "inhibitory" : "excitatory");
        } else if (!s.numbers.containsKey("excitatory_fraction") && s.clause(i) != Clause.SHOW) {
            s.fault(
                    "placement.cells",
                    "Placing %s cells only is not available yet; say a share ('85 %% excitatory') or name m-types."
                            .formatted(s.items.get(i).raw()));
        }
        s.explain(i, i + 1);
    }

    private void density(int i) {
        double scale = switch (s.word(i)) {
            case "half", "halbe", "halber", "moitié" -> HALF;
            case "double", "twice", "doppelte", "doppelter" -> TWICE;
            case "quarter" -> QUARTER;
            default -> 0;
        };
        int noun = s.find("density", i + 1, i + 6);
        if (scale > 0 && noun >= 0) {
            s.numbers.put("density_scale", scale);
            s.said.add(new Said(scale, Dimension.FRACTION));
            s.explain(i, noun + 1);
        } else if (s.is("density", i)) {
            s.explain(i, i + 1);
        }
    }

    private void chemistry(int i) {
        var target = Lexicon.shared().target(s.word(i));
        if (target != null) {
            s.put("blocks", target);
            s.explain(i, i + 1);
        } else if (s.is("calcium", i) || s.is("magnesium", i) || s.is("temperature", i) || s.is("block", i)) {
            s.explain(i, i + 1);
        }
    }

    private void outputs(int i) {
        for (var output : new String[] {"raster", "image", "sonata", "control"}) {
            if (s.is(output, i)) {
                flag("want." + output, i);
            }
        }
    }

    private void verbs(int i) {
        var word = s.word(i);
        if (s.is("stimulate", i) || (s.is("stimulus_noun", i) && !Clause.negated(s.items, i))) {
            flag("want.stimulus", i);
        } else if (s.is("stimulus_noun", i)) {
            flag("want.control", i);
        } else if (s.is("run", i)) {
            flag(word.equals("let") ? "verb" : "want.run", i);
        } else if (s.is("build", i) || s.is("show", i)) {
            flag("verb", i);
        }
    }

    private void flag(String slot, int i) {
        s.put(slot, s.word(i));
        s.explain(i, i + 1);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
