package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.nmodl.ModFile.Role;
import java.util.ArrayList;
import java.util.List;

/** Reads NEURON { ... }. */
final class NeuronBlock {
    private static final List<String> KNOWN = List.of("na", "k", "ca", "cl");

    private final Words words;
    private final ModFile file;

    NeuronBlock(Words words, ModFile file) {
        this.words = words;
        this.file = file;
    }

    void read() {
        words.expect("{");
        while (!words.accept("}")) {
            var word = words.next();
            if (word.kind() == Token.Kind.VERBATIM) {
                file.verbatim.add(word);
                continue;
            }
            switch (word.text()) {
                case "SUFFIX" -> name(Role.DENSITY);
                case "POINT_PROCESS" -> name(Role.POINT);
                case "ARTIFICIAL_CELL" -> name(Role.ARTIFICIAL);
                case "RANGE" -> file.range.addAll(words.names());
                case "GLOBAL" -> file.global.addAll(words.names());
                case "NONSPECIFIC_CURRENT" -> currents();
                case "ELECTRODE_CURRENT" -> {
                    for (var token : tokens()) {
                        file.currents.add(token);
                        file.electrodeCurrents.add(token.text());
                    }
                }
                case "USEION" -> ion(word);
                case "POINTER", "EXTERNAL" -> file.pointers.addAll(tokens());
                case "BBCOREPOINTER" -> tokens().forEach(t -> file.corePointers.add(t.text()));
                case "THREADSAFE" -> {}
                case "RANDOM" ->
                    tokens().forEach(t -> {
                        file.randoms.add(t.text());
                        file.assigned.put(t.text(), t);
                    });
                default ->
                    throw words.source()
                            .fault(
                                    word,
                                    "'%s' is no statement of a NEURON block".formatted(word.text()),
                                    "SUFFIX, POINT_PROCESS, ARTIFICIAL_CELL, RANGE, GLOBAL, USEION, NONSPECIFIC_CURRENT, "
                                            + "ELECTRODE_CURRENT, RANDOM, BBCOREPOINTER or THREADSAFE stand here.");
            }
        }
    }

    private void name(Role role) {
        file.role = role;
        file.suffix = words.name("the mechanism's name");
    }

    private void currents() {
        file.currents.addAll(tokens());
    }

    private List<Token> tokens() {
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(words.peek());
            words.name("a name");
        } while (words.accept(","));
        return tokens;
    }

    private void ion(Token at) {
        var name = words.name("an ion");
        List<String> read = List.of();
        List<String> write = List.of();
        boolean valence = KNOWN.contains(name);
        while (true) {
            if (words.accept("READ")) {
                read = words.names();
            } else if (words.accept("WRITE")) {
                write = words.names();
            } else if (words.accept("VALENCE")) {
                words.signedNumber();
                valence = true;
            } else {
                break;
            }
        }
        if (!valence) {
            throw words.source()
                    .fault(
                            at,
                            "'%s' is no known ion".formatted(name),
                            "Known are %s; another needs its VALENCE here.".formatted(KNOWN));
        }
        file.ions.add(new ModFile.Ion(at, name, read, write));
    }
}
