package io.brainwright.neuro.units;

import static io.brainwright.neuro.units.Dimension.CONCENTRATION;
import static io.brainwright.neuro.units.Dimension.CONDUCTANCE;
import static io.brainwright.neuro.units.Dimension.CURRENT;
import static io.brainwright.neuro.units.Dimension.DENSITY;
import static io.brainwright.neuro.units.Dimension.FRACTION;
import static io.brainwright.neuro.units.Dimension.FREQUENCY;
import static io.brainwright.neuro.units.Dimension.LENGTH;
import static io.brainwright.neuro.units.Dimension.TEMPERATURE;
import static io.brainwright.neuro.units.Dimension.TIME;
import static io.brainwright.neuro.units.Dimension.VOLTAGE;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The units that scientists write, by symbol and by name in English, French and German.
 *
 * <p>Symbols keep their letter case, which carries meaning (mS is not ms, mM not mm); names do not.
 */
public final class Units {
    private static final Map<String, Unit> SYMBOLS = new HashMap<>();
    private static final Map<String, Unit> NAMES = new HashMap<>();

    static {
        add(
                LENGTH,
                "1",
                "um",
                "μm/µm",
                "micron/microns/micrometre/micrometres/micrometer/micrometers/mikrometer/mikron/micromètre/micromètres");
        add(LENGTH, "1000", "mm", "", "millimetre/millimetres/millimeter/millimeters/millimètre/millimètres");
        add(LENGTH, "10000", "cm", "", "centimetre/centimetres/centimeter/centimeters/zentimeter");
        add(LENGTH, "0.001", "nm", "", "nanometre/nanometres/nanometer/nanometers");
        add(
                TIME,
                "1",
                "ms",
                "msec",
                "msec/msecs/millisecond/milliseconds/milliseconde/millisecondes/millisekunde/millisekunden");
        add(TIME, "1000", "s", "sec", "sec/secs/second/seconds/seconde/secondes/sekunde/sekunden");
        add(TIME, "0.001", "us", "μs/µs", "microsecond/microseconds/mikrosekunden");
        add(TIME, "60000", "min", "", "minute/minutes/minuten");
        add(VOLTAGE, "1", "mV", "", "millivolt/millivolts");
        add(VOLTAGE, "1000", "V", "", "volt/volts");
        add(CURRENT, "1", "nA", "", "nanoampere/nanoamperes/nanoamp/nanoamps/nanoampère/nanoampères");
        add(CURRENT, "0.001", "pA", "", "picoampere/picoamperes/picoamp/picoamps/pikoampere");
        add(CURRENT, "1000", "uA", "μA/µA", "microampere/microamperes");
        add(CONDUCTANCE, "1", "uS", "μS/µS", "microsiemens/mikrosiemens");
        add(CONDUCTANCE, "0.001", "nS", "", "nanosiemens");
        add(CONDUCTANCE, "1000", "mS", "", "millisiemens");
        add(CONCENTRATION, "1", "mM", "", "millimolar/millimolaire/millimolaires");
        add(CONCENTRATION, "0.001", "uM", "μM/µM", "micromolar/mikromolar");
        add(FREQUENCY, "1", "Hz", "", "hz/hertz");
        add(FREQUENCY, "1000", "kHz", "", "khz/kilohertz");
        add(FRACTION, "0.01", "%", "", "percent/pourcent/prozent");
        add(DENSITY, "1", "1/mm3", "", "");
        add(TEMPERATURE, "1", "degC", "°C/℃", "celsius");
        temperature("degF", "°F/℉", "fahrenheit", "0.5555555555555556", "-17.77777777777778");
        temperature("K", "", "kelvin", "1", "-273.15");
    }

    private Units() {}

    /** The unit that is written so. */
    public static Optional<Unit> find(String spelling) {
        var symbol = SYMBOLS.get(spelling);
        return symbol != null ? Optional.of(symbol) : Optional.ofNullable(NAMES.get(spelling.toLowerCase(Locale.ROOT)));
    }

    private static void add(Dimension dimension, String factor, String symbol, String others, String names) {
        enter(Unit.of(symbol, dimension, factor), others, names);
    }

    private static void temperature(String symbol, String others, String names, String factor, String zero) {
        enter(new Unit(symbol, TEMPERATURE, new BigDecimal(factor), new BigDecimal(zero)), others, names);
    }

    private static void enter(Unit unit, String others, String names) {
        SYMBOLS.put(unit.symbol(), unit);
        for (var other : others.split("/")) {
            SYMBOLS.put(other, unit);
        }
        for (var name : names.split("/")) {
            NAMES.put(name, unit);
        }
        SYMBOLS.remove("");
        NAMES.remove("");
    }
}
