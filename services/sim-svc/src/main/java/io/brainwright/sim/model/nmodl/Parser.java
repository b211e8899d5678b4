package io.brainwright.sim.model.nmodl;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.nmodl.ModFile.Declared;
import io.brainwright.sim.model.nmodl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the blocks of a file. */
final class Parser {
    private static final Set<String> PLAIN =
            Set.of("BREAKPOINT", "INITIAL", "NET_RECEIVE", "DESTRUCTOR", "CONSTRUCTOR");
    private static final Set<String> NAMED = Set.of("PROCEDURE", "FUNCTION", "DERIVATIVE", "KINETIC");
    private static final Set<String> NOT_READ =
            Set.of("LINEAR", "NONLINEAR", "DISCRETE", "PARTIAL", "FUNCTION_TABLE", "BEFORE", "AFTER", "MATCH", "STEP");

    private static final Set<String> HEAD = Set.of("NEURON", "UNITS", "PARAMETER", "ASSIGNED", "STATE");

    private final Words words;
    private final ModFile file;

    private Parser(SourceText source) {
        words = new Words(source, Lexer.words(source));
        file = new ModFile(source);
    }

    static ModFile read(SourceText source) {
        var parser = new Parser(source);
        while (parser.words.peek().kind() != Kind.END) {
            parser.block();
        }
        if (parser.file.suffix.isEmpty()) {
            throw source.fault(
                    parser.words.peek(),
                    "the file names no mechanism",
                    "Begin with NEURON { SUFFIX name } or NEURON { POINT_PROCESS name }.");
        }
        return parser.file;
    }

    /** Reads only what a file declares: its NEURON, UNITS, PARAMETER, ASSIGNED and STATE blocks. */
    static ModFile head(SourceText source) {
        var parser = new Parser(source);
        while (parser.words.peek().kind() != Kind.END) {
            var word = parser.words.peek();
            if (HEAD.contains(word.text())) {
                parser.block();
            } else if (word.is("{")) {
                parser.words.skipBraces();
            } else {
                parser.words.next();
            }
        }
        return parser.file;
    }

    private void block() {
        var word = words.next();
        if (word.kind() == Kind.VERBATIM) {
            file.verbatim.add(word);
            return;
        }
        switch (word.text()) {
            case "NEURON" -> new NeuronBlock(words, file).read();
            case "UNITS" -> new UnitsBlock(words, file).read();
            case "PARAMETER" -> parameters();
            case "ASSIGNED" -> declarations(file.assigned);
            case "STATE" -> declarations(file.states);
            case "CONSTANT" -> constants();
            case "DEFINE" -> file.constants.put(words.name("a name"), words.number());
            case "LOCAL" -> {
                for (var name : words.names()) {
                    file.assigned.put(name, word);
                }
            }
            case "INDEPENDENT" -> words.skipBraces();
            default -> code(word);
        }
    }

    private void code(Token word) {
        if (NOT_READ.contains(word.text())) {
            throw words.source()
                    .fault(
                            word,
                            "%s blocks are not supported".formatted(word.text()),
                            "Write the equations as DERIVATIVE or KINETIC.");
        }
        boolean named = NAMED.contains(word.text());
        if (!named && !PLAIN.contains(word.text())) {
            throw words.source()
                    .fault(
                            word,
                            "'%s' begins no block".formatted(word.text()),
                            "A block is one of NEURON, UNITS, PARAMETER, ASSIGNED, STATE, CONSTANT, INITIAL, BREAKPOINT, "
                                    + "DERIVATIVE, KINETIC, PROCEDURE, FUNCTION, NET_RECEIVE.");
        }
        var name = named ? words.name("the block's name") : word.text();
        var arguments = words.accept("(") ? arguments() : List.<String>of();
        words.unit();
        var statements = new Statements(words, file).braces();
        if (file.blocks.put(name, new ModFile.Block(word, word.text(), name, arguments, statements)) != null) {
            throw words.source()
                    .fault(word, "a second block named '%s'".formatted(name), "Give each block its own name.");
        }
    }

    private List<String> arguments() {
        var names = new ArrayList<String>();
        while (!words.accept(")")) {
            names.add(words.name("an argument"));
            words.unit();
            words.accept(",");
        }
        return names;
    }

    private void parameters() {
        words.expect("{");
        while (!words.accept("}")) {
            var at = words.peek();
            var name = words.name("a parameter");
            double value = 0;
            if (words.accept("=")) {
                value = words.signedNumber();
            }
            var unit = words.unit();
            words.limits();
            if (file.parameters.put(name, new Declared(at, value, unit)) != null) {
                throw twice(at);
            }
        }
    }

    private void constants() {
        words.expect("{");
        while (!words.accept("}")) {
            var name = words.name("a constant");
            words.expect("=");
            file.constants.put(name, words.signedNumber());
            words.unit();
        }
    }

    private void declarations(java.util.Map<String, Token> into) {
        words.expect("{");
        while (!words.accept("}")) {
            var at = words.peek();
            var name = words.name("a variable");
            if (words.peek().is("[")) {
                throw words.source()
                        .fault(at, "'%s' is an array".formatted(name), "Arrays are not supported; name each variable.");
            }
            words.unit();
            if (words.accept("FROM")) {
                words.signedNumber();
                words.expect("TO");
                words.signedNumber();
            }
            if (words.accept("START")) {
                words.signedNumber();
            }
            words.unit();
            words.limits();
            if (into.put(name, at) != null) {
                throw twice(at);
            }
        }
    }

    private Problem twice(Token at) {
        return words.source().fault(at, "'%s' is declared twice".formatted(at.text()), "Declare each name once.");
    }
}
