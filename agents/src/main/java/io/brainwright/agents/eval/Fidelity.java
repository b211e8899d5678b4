package io.brainwright.agents.eval;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Whether every number of a plan has an origin: the words of the dialogue, the workspace, or an assumption with a source.
 *
 * <p>Looks at the plan's JSON only, with number and unit tables of its own.
 */
final class Fidelity {
    private static final int MOST_STEPS = 100;

    private final List<Spoken.Said> said = new ArrayList<>();
    private final List<Spoken.Said> known = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    Fidelity(Item item) {
        var w = item.workspace();
        keep(w.path("circuit"));
        keep(w.path("last_plan").path("steps"));
        w.path("file_text").forEach(text -> known.addAll(Spoken.in(text.asString())));
        w.path("runs").forEach(run -> known.addAll(Spoken.in(run.asString())));
    }

    private void keep(JsonNode node) {
        numbers("", "", node, (path, number) -> {
            var name = lastName(path);
            known.add(new Spoken.Said(number.asDouble(), Measured.ofName(name).orElse(null), false));
        });
    }

    /** Takes the words of a turn. */
    void hear(String user) {
        words.append(user).append('\n');
        said.addAll(Spoken.in(user));
        said.addAll(FieldWords.numbers(user));
    }

    Mark mark(Plan plan) {
        var tree = PlanJson.tree(plan);
        var all = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        BiConsumer<String, JsonNode> look = (path, number) -> {
            all.add(path);
            if (!assumed(plan.assumptions(), path, number) && !grounded(path, number.asDouble())) {
                wrong.add(path + " = " + number);
            }
        };
        for (var step : tree.path("steps")) {
            numbers(step.path("action").asString(), "", step.path("params"), look);
        }
        for (var variant : tree.path("variants")) {
            variant.path("set").properties().forEach(e -> numbers(e.getKey(), "", e.getValue(), look));
        }
        var criterion = tree.path("hypothesis").path("criterion");
        if (criterion.path("value").isNumber()) {
            look.accept("criterion.value_" + criterion.path("unit").asString(), criterion.path("value"));
        }
        return new Mark(
                Score.FIDELITY,
                all.size() - wrong.size(),
                all.size(),
                "each number has an origin",
                "without: " + wrong);
    }

    /** Every number below a node, with its path; lists add no name of their own. */
    private static void numbers(String path, String name, JsonNode node, BiConsumer<String, JsonNode> look) {
        var here = name.isEmpty() ? path : path + "." + name;
        if (node.isNumber()) {
            look.accept(here, node);
        } else if (node.isArray()) {
            node.forEach(item -> numbers(here, "", item, look));
        } else if (node.isObject()) {
            node.properties().forEach(e -> numbers(here, e.getKey(), e.getValue(), look));
        }
    }

    private static boolean assumed(List<Assumption> assumptions, String path, JsonNode number) {
        return assumptions.stream().anyMatch(a -> {
            var at = a.path().replaceAll("\\.\\d+(?=\\.|$)", "");
            return !a.source().isBlank()
                    && (path.equals(at) || path.startsWith(at + "."))
                    && holds(a.value(), number.asDouble());
        });
    }

    private static boolean holds(JsonNode value, double number) {
        if (value.isString()) {
            return Spoken.in(value.asString()).stream().anyMatch(s -> ValueMatch.close(s.value(), number));
        }
        return value.isNumber()
                ? ValueMatch.close(value.asDouble(), number)
                : value.valueStream().anyMatch(v -> holds(v, number))
                        || value.properties().stream().map(Map.Entry::getValue).anyMatch(v -> holds(v, number));
    }

    private boolean grounded(String path, double value) {
        var wanted = unitOf(path);
        double canonical = wanted.map(u -> u.canonical(value)).orElse(value);
        var candidates = new ArrayList<Double>();
        var factors = new ArrayList<Double>();
        for (var s : said) {
            if (s.unit() == null || s.unit().dimension().equals(Measured.FRACTION)) {
                factors.add(s.unit() == null ? s.value() : s.unit().canonical(s.value()));
            }
            readings(s, wanted, candidates);
        }
        known.forEach(s -> readings(s, wanted, candidates));
        if (path.endsWith("fraction")) { // "one fifth inhibitory" says how many are excitatory
            factors.forEach(f -> candidates.add(1 - f));
        }
        return candidates.stream().anyMatch(c -> ValueMatch.close(c, canonical))
                || scaled(factors, wanted, canonical)
                || (path.endsWith(".sweep") || path.endsWith("layers") || path.endsWith("layer"))
                        && between(candidates, canonical);
    }

    /** The values that a said number may have in the dimension of a parameter. */
    private void readings(Spoken.Said s, Optional<Measured.Unit> wanted, List<Double> candidates) {
        var unit = s.unit();
        if (wanted.isEmpty()) {
            if (unit == null) {
                candidates.add(s.value());
            } else if (unit.dimension().equals(Measured.FRACTION)) {
                candidates.add(unit.canonical(s.value()));
            }
            return;
        }
        var dimension = wanted.get().dimension();
        if (unit != null && unit.dimension().equals(dimension)) {
            candidates.add(unit.canonical(s.value()));
        } else if (unit == null && !s.label()) {
            candidates.add(wanted.get().canonical(s.value()));
            said.stream() // "2.5 um for these and 0.25 for those"
                    .map(Spoken.Said::unit)
                    .filter(u -> u != null && u.dimension().equals(dimension))
                    .forEach(u ->
                            candidates.add(java.util.Objects.requireNonNull(u).canonical(s.value())));
        }
    }

    /** "Twice as wide": a said factor of a value that stands in the workspace or was said before. */
    private boolean scaled(List<Double> factors, Optional<Measured.Unit> wanted, double canonical) {
        var bases = new ArrayList<Double>();
        known.forEach(s -> readings(s, wanted, bases));
        said.stream().filter(s -> s.unit() != null).forEach(s -> readings(s, wanted, bases));
        return factors.stream()
                .anyMatch(f -> bases.stream()
                        .anyMatch(b -> ValueMatch.close(b * f, canonical)
                                || ValueMatch.close(b * (1 + f), canonical)
                                || ValueMatch.close(b * (1 - f), canonical)));
    }

    /** "From a to b in steps of c", "n values between a and b". */
    private boolean between(List<Double> candidates, double value) {
        var counts = said.stream()
                .filter(s -> s.unit() == null)
                .map(Spoken.Said::value)
                .filter(n -> n >= 2 && n <= MOST_STEPS)
                .distinct()
                .toList();
        var ends = candidates.stream().distinct().toList();
        for (double a : ends) {
            for (double b : ends) {
                if (a < b && value >= a - 1e-9 && value <= b + 1e-9) {
                    for (double step : ends) {
                        if (step > 0 && step < b - a && whole((value - a) / step)) {
                            return true;
                        }
                    }
                    if (counts.stream().anyMatch(n -> whole((value - a) / (b - a) * (n - 1)))
                            || (whole(a) && whole(b) && whole(value) && b - a <= 6)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The unit in the last name of a path that has one: those of touch_distance_um.excitatory are um. */
    private static Optional<Measured.Unit> unitOf(String path) {
        Optional<Measured.Unit> unit = Optional.empty();
        for (var name : path.split("\\.")) {
            var own = Measured.ofName(name);
            unit = own.isPresent() ? own : unit;
        }
        return unit;
    }

    private static boolean whole(double x) {
        return Math.abs(x - Math.rint(x)) < 1e-6;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
