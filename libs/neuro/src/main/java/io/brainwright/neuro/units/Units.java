package io.brainwright.neuro.units;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The units that scientists write, by symbol and by name in English, French, German and Spanish.
 *
 * <p>Symbols keep their letter case, which carries meaning (mS is not ms, mM not mm); names do not. The table is {@code units.yaml}
 * beside this class. Quotients and powers are made by {@link CompoundUnits}.
 */
public final class Units {
    private static final Map<String, Unit> SYMBOLS = new HashMap<>();
    private static final Map<String, Unit> NAMES = new HashMap<>();

    static {
        try (var in = Objects.requireNonNull(Units.class.getResourceAsStream("units.yaml"), "units.yaml")) {
            new YAMLMapper().readTree(in).forEach(Units::enter);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (var length : new String[] {"um", "μm", "mm", "cm", "nm"}) {
            var unit = Objects.requireNonNull(SYMBOLS.get(length));
            for (int power = 2; power <= 3; power++) {
                var raised = CompoundUnits.power(unit, power);
                SYMBOLS.put(length + power, raised);
                SYMBOLS.put(length + "^" + power, raised);
            }
        }
        SYMBOLS.put("1/mm3", CompoundUnits.per(Unit.NONE, BigDecimal.ONE, Objects.requireNonNull(SYMBOLS.get("mm3"))));
    }

    private Units() {}

    /** The unit that is written so; both the micro sign and the Greek mu are read. */
    public static Optional<Unit> find(String spelling) {
        var plain = spelling.replace('\u00b5', '\u03bc').replace("℃", "°C").replace("℉", "°F");
        var symbol = SYMBOLS.get(plain);
        return symbol != null ? Optional.of(symbol) : Optional.ofNullable(NAMES.get(plain.toLowerCase(Locale.ROOT)));
    }

    /** Whether a unit is written so. */
    public static boolean isUnit(String spelling) {
        return find(spelling).isPresent();
    }

    /** All names of units in words. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(NAMES.keySet());
    }

    private static void enter(JsonNode row) {
        var unit = new Unit(
                row.get("symbol").asString(),
                Dimension.valueOf(row.get("dimension").asString()),
                new BigDecimal(row.get("factor").asString()),
                new BigDecimal(row.path("zero").asString("0")));
        if (!row.path("wordsOnly").asBoolean(false)) {
            SYMBOLS.put(unit.symbol(), unit);
        }
        row.path("symbols").forEach(symbol -> SYMBOLS.put(symbol.asString(), unit));
        row.path("names").forEach(name -> NAMES.put(name.asString(), unit));
    }
}
