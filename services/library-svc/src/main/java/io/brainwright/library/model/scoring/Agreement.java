package io.brainwright.library.model.scoring;

import io.brainwright.library.model.extraction.ExtractedValue;
import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.library.model.extraction.ontology.ParameterOntology;
import io.brainwright.neuro.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether what was found is what people wrote down: numbers within a relative 0.001 after unit conversion, names by identity. */
final class Agreement {
    /** From the format of the passages. */
    private static final double RELATIVE = 1e-3;

    static final List<String> SPREADS = List.of("sd", "sem", "range", "iqr");
    static final List<String> CONTEXT = List.of(
            "species",
            "strain",
            "age",
            "region",
            "layer",
            "cell_type",
            "pre",
            "post",
            "compartment",
            "receptor",
            "marker",
            "of",
            "condition",
            "statistic",
            "n",
            "n_animals",
            "successes",
            "approximate",
            "cited_from",
            "measured_here",
            "max_distance_um",
            "distance_um",
            "temperature_degC");
    private static final Map<String, Kind> NAMES = Map.of(
            "species", Kind.SPECIES,
            "strain", Kind.STRAIN,
            "region", Kind.REGION,
            "layer", Kind.LAYER,
            "cell_type", Kind.CELL,
            "pre", Kind.CELL,
            "post", Kind.CELL,
            "compartment", Kind.COMPARTMENT,
            "receptor", Kind.RECEPTOR,
            "marker", Kind.MARKER);

    private Agreement() {}

    /** Same quantity, same number in the same unit. */
    static boolean sameValue(JsonNode expected, ExtractedValue found) {
        var parameter =
                ParameterOntology.shipped().named(expected.get("parameter").asString());
        if (parameter.isEmpty() || !parameter.get().name().equals(found.parameter())) {
            return false;
        }
        var unit = expected.get("unit").asString();
        if (expected.get("value").isNull()) {
            var spread = found.spread();
            return found.value() == null && spread != null && sameSpread(expected, found);
        }
        var value = found.value();
        return value != null
                && factor(unit, found.unit())
                        .map(f -> near(expected.get("value").asDouble() * f, value))
                        .orElse(false);
    }

    /** Number and kind of the spread. */
    static boolean sameSpread(JsonNode expected, ExtractedValue found) {
        var spread = found.spread();
        var kind = SPREADS.stream().filter(expected::has).findFirst();
        var factor = factor(expected.get("unit").asString(), found.unit());
        if (spread == null
                || kind.isEmpty()
                || factor.isEmpty()
                || !spread.kind().word().equals(kind.get())) {
            return false;
        }
        var number = expected.get(kind.get());
        if (!number.isArray()) {
            return spread.amount() != null && near(number.asDouble() * factor.get(), spread.amount());
        }
        return spread.low() != null
                && spread.high() != null
                && near(number.get(0).asDouble() * factor.get(), spread.low())
                && near(number.get(1).asDouble() * factor.get(), spread.high());
    }

    /** Whether one field of the context agrees. */
    static boolean sameContext(String field, JsonNode expected, Map<String, Object> found) {
        var wanted = expected.get(field);
        var got = found.get(field);
        if (field.equals("layer") && got == null) {
            got = layer(found);
        }
        if (got == null) {
            return false;
        }
        if (wanted.isArray()) {
            return sameNumbers(wanted, got);
        }
        if (wanted.isNumber()) {
            return got instanceof Number number && near(wanted.asDouble(), number.doubleValue());
        }
        if (wanted.isBoolean()) {
            return got.equals(wanted.asBoolean());
        }
        var kind = NAMES.get(field);
        return kind == null
                ? plain(wanted.asString()).equals(plain(got.toString()))
                : sameName(kind, wanted.asString(), got.toString(), found);
    }

    private static boolean sameName(Kind kind, String wanted, String got, Map<String, Object> found) {
        if (!Mentions.same(kind, wanted, got)) {
            return false;
        }
        var layer = kind == Kind.CELL ? Mentions.layerOf(wanted) : "";
        var gotLayer = Mentions.layerOf(got);
        return layer.isEmpty() || layer.equals(gotLayer.isEmpty() ? found.getOrDefault("layer", "") : gotLayer);
    }

    private static @org.jspecify.annotations.Nullable Object layer(Map<String, Object> found) {
        for (var field : List.of("cell_type", "pre", "post")) {
            var layer = Mentions.layerOf(String.valueOf(found.getOrDefault(field, "")));
            if (!layer.isEmpty()) {
                return layer;
            }
        }
        return null;
    }

    private static boolean sameNumbers(JsonNode wanted, Object got) {
        if (!(got instanceof List<?> list) || list.size() != wanted.size()) {
            return false;
        }
        var same = new ArrayList<Boolean>();
        for (int i = 0; i < wanted.size(); i++) {
            same.add(list.get(i) instanceof Number number && near(wanted.get(i).asDouble(), number.doubleValue()));
        }
        return !same.contains(false);
    }

    private static Optional<Double> factor(String from, String to) {
        Unit one = ParameterOntology.unit(from);
        Unit other = ParameterOntology.unit(to);
        return one.dimension() == other.dimension()
                ? Optional.of(one.factor()
                        .divide(other.factor(), java.math.MathContext.DECIMAL64)
                        .doubleValue())
                : Optional.empty();
    }

    private static boolean near(double wanted, double got) {
        return Math.abs(wanted - got) <= RELATIVE * Math.max(Math.abs(wanted), 1e-12);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
