package io.brainwright.sim.model.nmodl;

import java.util.Map;

/** Reads UNITS { ... }: abbreviations are passed over, constants of nature get their value. */
final class UnitsBlock {
    /** CODATA 2018, exact by the definition of the units. */
    private static final Map<String, Double> OF_NATURE = Map.of(
            "faraday", 96485.3321233100184,
            "pi", Math.PI,
            "k-mole", 8.31446261815324,
            "avogadro", 6.02214076e23,
            "boltzmann", 1.380649e-23);

    private static final Map<String, Double> PREFIX = Map.of("kilo", 1e3, "milli", 1e-3, "micro", 1e-6, "k", 1e3);

    private final Words words;
    private final ModFile file;

    UnitsBlock(Words words, ModFile file) {
        this.words = words;
        this.file = file;
    }

    void read() {
        words.expect("{");
        while (!words.accept("}")) {
            if (words.peek().is("(")) {
                words.unit();
                words.expect("=");
                words.unit();
                continue;
            }
            var at = words.peek();
            var name = words.name("a unit or a constant");
            words.expect("=");
            if (words.peek().kind() == Token.Kind.NUMBER || words.peek().is("-")) {
                file.constants.put(name, words.signedNumber());
                words.unit();
                continue;
            }
            var constant = words.unit();
            var value = OF_NATURE.get(constant);
            if (value == null) {
                throw words.source()
                        .fault(
                                at,
                                "'%s' is no constant of nature that is known here".formatted(constant),
                                "Known are %s; or write its value."
                                        .formatted(OF_NATURE.keySet().stream()
                                                .sorted()
                                                .toList()));
            }
            file.constants.put(name, value / scale(words.unit()));
        }
    }

    /** Of the unit in which the constant is wanted: kilocoulombs, coulombs. */
    private static double scale(String unit) {
        for (var base : new String[] {"coul", "joule"}) {
            int from = unit.indexOf(base);
            if (from > 0) {
                return PREFIX.getOrDefault(unit.substring(0, from), 1.0);
            }
        }
        return 1;
    }
}
