package io.brainwright.neuro.text;

import io.brainwright.neuro.units.CompoundUnits;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Unit;
import io.brainwright.neuro.units.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unit behind a number: {@code mV}, {@code °C}, {@code uF/cm2}, {@code neurons per mm3}, {@code boutons per 100 um},
 * {@code millimètres cubes}.
 */
final class UnitReader {
    private static final Set<String> PER = Set.of("per", "par", "pro", "por", "je");
    private static final Set<String> DEGREES =
            Set.of("degree", "degrees", "degré", "degrés", "grad", "grados", "grado", "deg", "°");
    private static final Map<String, String> SCALES_OF_DEGREES = Map.of(
            "c",
            "degC",
            "celsius",
            "degC",
            "celcius",
            "degC",
            "centigrade",
            "degC",
            "centígrados",
            "degC",
            "f",
            "degF",
            "fahrenheit",
            "degF");
    /** Percent in two words. */
    private static final Map<String, String> HUNDREDS = Map.of("pour", "cent", "por", "ciento", "per", "cent");

    private static final Map<String, Integer> POWERS_BEFORE =
            Map.of("square", 2, "cubic", 3, "quadrat", 2, "kubik", 3, "sq", 2, "cu", 3);
    private static final Map<String, Integer> POWERS_AFTER = Map.ofEntries(
            Map.entry("carré", 2),
            Map.entry("carrés", 2),
            Map.entry("cube", 3),
            Map.entry("cubes", 3),
            Map.entry("cuadrado", 2),
            Map.entry("cuadrados", 2),
            Map.entry("cúbico", 3),
            Map.entry("cúbicos", 3),
            Map.entry("squared", 2),
            Map.entry("cubed", 3));
    /** Words that never name what is counted. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "and", "or", "to", "in", "at", "of", "for", "with", "the", "und", "oder", "bis", "et", "ou", "à", "y", "o",
            "a", "de", "von", "sur", "out", "mit", "bei", "en", "con", "from");

    private final List<Token> tokens;
    private final Language language;

    private UnitReader(List<Token> tokens, Language language) {
        this.tokens = tokens;
        this.language = language;
    }

    /** The unit that begins at a token; null where none does. */
    static @Nullable ReadUnit at(List<Token> tokens, int i, Language language) {
        return new UnitReader(tokens, language).read(i);
    }

    private @Nullable ReadUnit read(int i) {
        if (i >= tokens.size()) {
            return null;
        }
        var base = base(i);
        if (base != null) {
            var product = product(base);
            var quotient = quotient(product.unit(), product.end());
            return quotient == null ? product : quotient;
        }
        if (tokens.get(i).text().equals("1") && isSign(i + 1, "/")) {
            return quotient(Unit.NONE, i + 1);
        }
        return things(i);
    }

    /** "neurons per mm3", "/mm3", "putative boutons per 100 um". */
    private @Nullable ReadUnit things(int i) {
        for (int words = 0; words <= 2; words++) {
            int at = i + words;
            var found = quotient(Unit.NONE, at);
            if (found != null) {
                return found;
            }
            if (at >= tokens.size()
                    || !tokens.get(at).is(Token.Kind.WORD)
                    || NOT_COUNTED.contains(tokens.get(at).lower())) {
                return null;
            }
        }
        return null;
    }

    private @Nullable ReadUnit quotient(Unit above, int i) {
        if (i >= tokens.size()
                || (!isSign(i, "/") && !PER.contains(tokens.get(i).lower()))) {
            return null;
        }
        var times = i + 1 < tokens.size() ? Digits.at(tokens, i + 1, language) : null;
        int below = times == null ? i + 1 : times.end();
        var unit = below < tokens.size() ? base(below) : null;
        if (unit == null || unit.unit().dimension() == Dimension.FOLD) {
            return null;
        }
        var number = times == null ? BigDecimal.ONE : times.value();
        return number.signum() <= 0 ? null : new ReadUnit(CompoundUnits.per(above, number, unit.unit()), unit.end());
    }

    private ReadUnit product(ReadUnit left) {
        int i = left.end();
        i += isSign(i, "·") || isSign(i, "*") || isSign(i, "⋅") ? 1 : 0;
        var right = i < tokens.size() ? base(i) : null;
        return right != null && CompoundUnits.isProduct(left.unit(), right.unit())
                ? new ReadUnit(CompoundUnits.times(left.unit(), right.unit()), right.end())
                : left;
    }

    private @Nullable ReadUnit base(int i) {
        var token = tokens.get(i);
        if (token.is(Token.Kind.NUMBER) || token.is(Token.Kind.PATH) || token.is(Token.Kind.MENTION)) {
            return null;
        }
        if (DEGREES.contains(token.lower())) {
            return degrees(i);
        }
        if (i + 1 < tokens.size()
                && HUNDREDS.getOrDefault(token.lower(), "")
                        .equals(tokens.get(i + 1).lower())) {
            return new ReadUnit(Units.find("%").orElseThrow(), i + 2);
        }
        var power = POWERS_BEFORE.get(token.lower());
        if (power != null && i + 1 < tokens.size()) {
            return length(tokens.get(i + 1).text(), power, i + 2);
        }
        for (var prefix : new String[] {"quadrat", "kubik"}) {
            if (token.lower().startsWith(prefix)) {
                return length(token.text().substring(prefix.length()), POWERS_BEFORE.getOrDefault(prefix, 1), i + 1);
            }
        }
        return named(i);
    }

    private @Nullable ReadUnit named(int i) {
        var text = tokens.get(i).text();
        int raised = text.indexOf("^-");
        var unit = Units.find(raised < 0 ? text : text.substring(0, raised));
        if (unit.isEmpty()) {
            return null;
        }
        if (unit.get().dimension() == Dimension.TIME && (raised >= 0 || isSign(i + 1, "-") && exponent(i + 2))) {
            char power = raised >= 0
                    ? text.charAt(raised + 2)
                    : tokens.get(i + 2).text().charAt(0);
            return power == '1' ? perTime(unit.get(), raised >= 0 ? i + 1 : i + 3) : null;
        }
        if (unit.get().dimension() == Dimension.LENGTH) {
            if (raised >= 0) {
                return inverse(unit.get(), text.charAt(raised + 2) - '0', i + 1);
            }
            if (isSign(i + 1, "-") && exponent(i + 2)) {
                return inverse(unit.get(), tokens.get(i + 2).text().charAt(0) - '0', i + 3);
            }
            var power =
                    i + 1 < tokens.size() ? POWERS_AFTER.get(tokens.get(i + 1).lower()) : null;
            if (power != null) {
                return length(text, power, i + 2);
            }
        }
        boolean magnified = unit.get().dimension() == Dimension.FOLD
                && i + 1 < tokens.size()
                && tokens.get(i + 1).is(Token.Kind.NUMBER);
        return raised >= 0 || magnified ? null : new ReadUnit(unit.get(), i + 1);
    }

    /** The 3 of "mm-3", unless it begins "2 mm-3 mm". */
    private boolean exponent(int i) {
        return i < tokens.size()
                && !tokens.get(i).afterGap()
                && !tokens.get(i - 1).afterGap()
                && tokens.get(i).text().matches("[123]")
                && (i + 1 >= tokens.size() || !Units.isUnit(tokens.get(i + 1).text()));
    }

    private static @Nullable ReadUnit inverse(Unit length, int power, int end) {
        if (power < 1 || power > 3) {
            return null;
        }
        var below = power == 1 ? length : CompoundUnits.power(length, power);
        return new ReadUnit(CompoundUnits.per(Unit.NONE, BigDecimal.ONE, below), end);
    }

    /** "10 s^-1". */
    private static ReadUnit perTime(Unit time, int end) {
        return new ReadUnit(CompoundUnits.per(Unit.NONE, BigDecimal.ONE, time), end);
    }

    private static @Nullable ReadUnit length(String name, int power, int end) {
        return Units.find(name)
                .filter(unit -> unit.dimension() == Dimension.LENGTH)
                .map(unit -> new ReadUnit(power == 1 ? unit : CompoundUnits.power(unit, power), end))
                .orElse(null);
    }

    private ReadUnit degrees(int i) {
        var scale =
                i + 1 < tokens.size() ? SCALES_OF_DEGREES.get(tokens.get(i + 1).lower()) : null;
        Optional<Unit> unit = Units.find(scale == null ? "deg" : scale);
        return new ReadUnit(unit.orElseThrow(), scale == null ? i + 1 : i + 2);
    }

    private boolean isSign(int i, String sign) {
        return i < tokens.size() && tokens.get(i).isSign(sign);
    }
}
