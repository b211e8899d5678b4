package io.brainwright.agents.planner;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.NumberFidelity;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The numbers of the scientist's words and of the workspace, each with what it measures. */
final class Said {
    private static final double UM_PER_MM = 1000;
    private static final double MS_PER_S = 1000;
    private static final double HUNDRED = 100;

    /** Articles count one. */
    private static final String ONE = "an?|one|une?|einz?e?(ne[rsmn]?)?|eine[rsmn]?|una|uno|single|seule?";

    private Said() {}

    static List<NumberFidelity.Said> of(Utterance u, WorkspaceView workspace) {
        return of(u, workspace, null);
    }

    /** @param changed action and path of the parameter that a number without a unit may mean; null: none */
    static List<NumberFidelity.Said> of(Utterance u, WorkspaceView workspace, @Nullable String changed) {
        var said = new ArrayList<NumberFidelity.Said>();
        for (var a : u.spoken()) {
            a.values().forEach(v -> add(said, v, a.dimension()));
            if (a.is(Dimension.NUMBER) && a.unit().isEmpty()) {
                named(u, a, said);
                if (changed != null) {
                    var dimension = Dimension.ofName(changed.substring(changed.lastIndexOf('.') + 1));
                    a.values().forEach(v -> said.add(new NumberFidelity.Said(v, dimension)));
                }
            }
        }
        for (var n : u.named(Named.Kind.LAYER)) {
            n.names().forEach(l -> said.add(new NumberFidelity.Said(Double.parseDouble(l), Dimension.NUMBER)));
        }
        if (u.has("word.with_and_without", "word.with_or_without") && u.has("ion.ca", "ion.mg")) {
            said.add(new NumberFidelity.Said(0, Dimension.CONCENTRATION)); // "without magnesium"
        }
        if (u.words().stream().anyMatch(w -> w.text().matches(ONE))) {
            said.add(new NumberFidelity.Said(1, Dimension.NUMBER));
        }
        var circuit = workspace.circuit();
        if (circuit != null) {
            numbers("", circuit.shape(), said);
        }
        var plan = workspace.lastPlan();
        if (plan != null) {
            plan.steps().forEach(s -> numbers("", s.params(), said));
        }
        return said;
    }

    /** "temperature 35", "calcium 1.3": the word says what the number measures. */
    private static void named(
            Utterance u, io.brainwright.agents.language.Amount a, ArrayList<NumberFidelity.Said> said) {
        if (u.between(a.from() - 3, a.to() + 2, "word.temperature") || u.before(a.from(), 4, "verb.warm")) {
            a.values().forEach(v -> said.add(new NumberFidelity.Said(v, Dimension.TEMPERATURE)));
        }
        if (u.has("edit.wider", "word.wide")) {
            a.values().forEach(v -> said.add(new NumberFidelity.Said(v, Dimension.LENGTH)));
        }
        if (u.between(a.from() - 3, a.to() + 2, "ion.ca", "ion.mg")) {
            a.values().forEach(v -> said.add(new NumberFidelity.Said(v, Dimension.CONCENTRATION)));
        }
    }

    /** A value, and as the parameters of other units spell it: mm of a figure, s of a movie, percent of a threshold. */
    private static void add(List<NumberFidelity.Said> said, double v, Dimension dimension) {
        said.add(new NumberFidelity.Said(v, dimension));
        switch (dimension) {
            case LENGTH -> said.add(new NumberFidelity.Said(v / UM_PER_MM, Dimension.NUMBER));
            case TIME -> said.add(new NumberFidelity.Said(v / MS_PER_S, Dimension.NUMBER));
            case FRACTION -> {
                said.add(new NumberFidelity.Said(v * HUNDRED, Dimension.NUMBER));
                said.add(new NumberFidelity.Said(Math.rint(v * HUNDRED * 1e9) / 1e9, Dimension.NUMBER));
                said.add(new NumberFidelity.Said(v, Dimension.NUMBER));
            }
            case FOLD -> {
                said.add(new NumberFidelity.Said(v, Dimension.FRACTION));
                said.add(new NumberFidelity.Said(v, Dimension.NUMBER));
            }
            case ANGLE -> said.add(new NumberFidelity.Said(v, Dimension.TEMPERATURE));
            case PIXELS, RESOLUTION, FREQUENCY, VOLTAGE -> said.add(new NumberFidelity.Said(v, Dimension.NUMBER));
            default -> {}
        }
    }

    private static void numbers(String name, JsonNode node, List<NumberFidelity.Said> said) {
        if (node.isNumber()) {
            said.add(new NumberFidelity.Said(node.asDouble(), Dimension.ofName(name)));
        } else if (node.isArray()) {
            node.forEach(n -> numbers(name, n, said));
        } else if (node.isObject()) {
            node.properties().forEach(e -> numbers(e.getKey().equals("sweep") ? name : e.getKey(), e.getValue(), said));
        }
    }
}
