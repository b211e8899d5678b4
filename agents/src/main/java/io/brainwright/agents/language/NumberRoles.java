package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import java.util.Objects;

/** Gives every quantity its place: the dimension picks the slot, the words around it and its clause decide between slots. */
final class NumberRoles {
    private static final int NEAR = 3;

    private final Sentence s;

    private NumberRoles(Sentence sentence) {
        this.s = sentence;
    }

    static void read(Sentence sentence) {
        var roles = new NumberRoles(sentence);
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.quantity(i) != null && !sentence.isExplained(i)) {
                roles.at(i);
            }
        }
    }

    private void at(int i) {
        var quantity = Objects.requireNonNull(s.quantity(i));
        switch (quantity.dimension()) {
            case LENGTH -> length(i);
            case TIME -> time(i);
            case NUMBER -> number(i);
            case FRACTION -> fraction(i);
            case CURRENT -> s.put("stimulus.amplitude_nA", i);
            case CONCENTRATION -> concentration(i);
            case TEMPERATURE -> temperature(i);
            case DENSITY ->
                s.refuse(
                        "placement.cells.density_per_mm3",
                        i,
                        "A density of your own is not available yet; say 'half the density', or a number of cells.");
            case FREQUENCY ->
                s.refuse(
                        "sim.run.stimuli.rate_Hz",
                        i,
                        "Trains of stimuli are not available yet; a single current step is.");
            case VOLTAGE ->
                s.refuse("sim.run.stimuli.level_mV", i, "A voltage clamp is not available yet; a current step is.");
            case CONDUCTANCE ->
                s.refuse("sim.run.stimuli", i, "A conductance as a stimulus is not available yet; a current step is.");
        }
    }

    private void length(int i) {
        if (isAt(i) && s.clause(i) == Clause.STIMULATE && !wide(i)) {
            s.wrong("sim.run.stimuli.time_ms", i, "the onset", Dimension.TIME, "50 ms");
        } else if (s.is("cells", i + 1)) {
            s.wrong("placement.cells.count", i, "the count of cells", Dimension.NUMBER, "300");
        } else if (s.find("radius", i - NEAR, i + NEAR) >= 0) {
            s.put("radius_um", i);
        } else if (s.word(i - 1).matches("for|during|pendant|für")
                && !wide(i)
                && (s.clause(i) == Clause.SHOW || s.clause(i) == Clause.RUN)) {
            s.wrong("sim.run.duration_ms", i, "the duration", Dimension.TIME, "200 ms");
        } else {
            s.put("width_um", i);
        }
    }

    private boolean wide(int i) {
        return s.is("width", i + 1) || s.is("column", i + 1) || s.is("width", i - 1) || s.is("width", i - 2);
    }

    private void time(int i) {
        if (wide(i) && !s.is("width", i - 1)) {
            s.wrong("atlas.region.shape.width_um", i, "a width", Dimension.LENGTH, "150 um");
        } else if (s.is("cells", i + 1)) {
            s.wrong("placement.cells.count", i, "the count of cells", Dimension.NUMBER, "300");
        } else if (s.word(i - 1).matches("dt|step|pas|zeitschritt")
                && s.word(i - 2).matches("time|of|a|=|")
                && s.clause(i) != Clause.STIMULATE) {
            s.put("dt_ms", i);
        } else if (s.is("stimulus_noun", i + 1)
                || s.word(i + 1).matches("long|lasting") && s.clause(i) == Clause.STIMULATE) {
            s.put("stimulus.duration_ms", i);
        } else if (fromTo(i)) {
            s.put("stimulus.time_ms", i);
        } else if (s.word(i - 1).matches("to|until|till|bis|à") && s.clause(i) == Clause.STIMULATE) {
            s.put("stimulus.end_ms", i);
        } else if (isAt(i) && s.word(i - 1).matches("at|@|t|=|à|bei|after|nach|après|onset|zum")) {
            s.put("stimulus.time_ms", i);
        } else if (s.clause(i) == Clause.STIMULATE && (s.is("for", i - 1) || s.is("for", i - 2))) {
            s.put("stimulus.duration_ms", i);
        } else if (s.word(i + 1).matches("after|into|later|nach|après") && !s.numbers.containsKey("stimulus.time_ms")) {
            s.put("stimulus.time_ms", i);
        } else {
            s.put("duration_ms", i);
        }
    }

    private boolean fromTo(int i) {
        return s.clause(i) == Clause.STIMULATE
                && s.word(i - 1).matches("from|between|von|de")
                && s.word(i + 1).matches("to|until|till|and|bis|à|-|–")
                && s.has(i + 2, Dimension.TIME);
    }

    private void number(int i) {
        if (s.is("seed", i - 1) || s.is("seed", i - 2) || s.is("seed", i + 1)) {
            s.put("seed", i);
        } else if (cellsFollow(i)) {
            s.put(driven(i) ? "stimulus.count" : "count", i);
        } else if (s.find("density", i + 1, i + NEAR + 1) >= 0
                && s.word(i + 1).matches("times|x|×|fold|mal|fois|the")) {
            s.put("density_scale", i);
        } else if (s.is("calcium", i - 1) || s.is("magnesium", i - 1)) {
            s.wrong(
                    s.is("calcium", i - 1) ? "sim.run.ca_mM" : "sim.run.mg_mM",
                    i,
                    "the ion's level",
                    Dimension.CONCENTRATION,
                    "1.2 mM");
        } else if (s.word(i - 1).matches("p|postnatal|day")) {
            s.explain(i, i + 1);
        } else if (s.find("column", i + 1, i + 2) >= 0) {
            s.explain(i, i + 1);
            var quantity = s.quantity(i);
            if (quantity != null && quantity.canonical() != 1) {
                s.fault("atlas.region.shape.count", "Several columns at once are not available yet; ask for one.");
            }
        } else {
            s.fault(
                    "number",
                    "What is the number %s in '%s'? A unit or the thing that it counts is missing."
                            .formatted(s.items.get(i).raw(), around(i)));
            s.explain(i, i + 1);
        }
    }

    private boolean cellsFollow(int i) {
        for (int k = i + 1; k <= i + 5 && k < s.size(); k++) {
            if (s.is("cells", k)
                    || s.word(k).equals("pyramidenzellen")
                    || s.is("inhibitory", k) && s.word(k).startsWith("intern")) {
                return true;
            }
            if (s.quantity(k) != null || !s.items.get(k).isWord()) {
                return false;
            }
        }
        return s.word(i - 1).matches("n|=");
    }

    /** "stimulate 10 cells": the count stands right after the verb. */
    private boolean driven(int i) {
        if (s.clause(i) != Clause.STIMULATE) {
            return false;
        }
        if (s.word(i - 1).equals("into")) {
            return true;
        }
        for (int k = i - 1; k >= i - NEAR && k >= 0; k--) {
            if (s.is("stimulate", k)) {
                return true;
            }
            if (!s.word(k).matches("only|just|about|into|the|in|of|to")) {
                return false;
            }
        }
        return false;
    }

    private void fraction(int i) {
        if (s.find("density", i + 1, i + NEAR + 1) >= 0 || s.is("density", i - 1) || s.is("density", i - 2)) {
            s.put("density_scale", i);
        } else if (s.find("excitatory", i + 1, i + NEAR) >= 0) {
            s.put("excitatory_fraction", i);
        } else if (s.find("inhibitory", i + 1, i + NEAR) >= 0) {
            s.refuse(
                    "placement.cells.excitatory_fraction",
                    i,
                    "Say the excitatory share in place of the inhibitory one, e.g. '85 % excitatory'.");
        } else {
            s.refuse(
                    "number",
                    i,
                    "What is %s a share of? The density ('50 %% density') or the excitatory cells ('85 %% excitatory')?"
                            .formatted(s.quantity(i)));
        }
    }

    private void concentration(int i) {
        int ca = s.find("calcium", i - NEAR, i + NEAR + 1);
        int mg = s.find("magnesium", i - NEAR, i + NEAR + 1);
        if (ca < 0 && mg < 0) {
            s.refuse("number", i, "%s of what? Calcium and magnesium can be set.".formatted(s.quantity(i)));
        } else if (mg < 0 || (ca >= 0 && Math.abs(ca - i) < Math.abs(mg - i)) || (ca == i + 1)) {
            s.put("ca_mM", i);
        } else {
            s.put("mg_mM", i);
        }
    }

    private void temperature(int i) {
        var quantity = s.quantity(i);
        if (quantity != null && quantity.unit().symbol().equals("degF")) {
            s.refuse(
                    "sim.run.temperature_degC",
                    i,
                    "%s is %.1f degC. Did you mean %s degC? Slices are recorded at 20 to 40 degC."
                            .formatted(
                                    quantity,
                                    quantity.canonical(),
                                    quantity.value().toPlainString()));
        } else {
            s.put("temperature_degC", i);
        }
    }

    private boolean isAt(int i) {
        return s.is("at", i - 1);
    }

    private String around(int i) {
        var words = new StringBuilder();
        for (int k = Math.max(0, i - 2); k < Math.min(s.size(), i + NEAR); k++) {
            words.append(words.isEmpty() ? "" : " ").append(s.items.get(k).raw());
        }
        return words.toString();
    }
}
