package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.nmodl.Statement.Species;
import io.brainwright.sim.model.nmodl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the statements of a block. */
final class Statements {
    private static final Set<String> PASSED_OVER = Set.of("TABLE", "CONDUCTANCE");
    private static final Set<String> REFUSED =
            Set.of("while", "WHILE", "PROTECT", "MUTEXLOCK", "MUTEXUNLOCK", "FOR_NETCONS", "POINTER");

    private final Words words;
    private final ModFile file;

    Statements(Words words, ModFile file) {
        this.words = words;
        this.file = file;
    }

    /** { ... }, or one statement. */
    List<Statement> braces() {
        var list = new ArrayList<Statement>();
        words.expect("{");
        while (!words.accept("}")) {
            list.addAll(statement());
        }
        return list;
    }

    private List<Statement> statement() {
        var word = words.next();
        if (word.kind() == Kind.VERBATIM) {
            file.verbatim.add(word);
            return List.of(new Statement.Refused(
                    word,
                    "VERBATIM holds C code, which is not run",
                    "Write it in NMODL, or use a built-in of that name."));
        }
        if (word.is("~")) {
            return List.of(reaction(word));
        }
        if (word.is(";")) {
            return List.of();
        }
        if (word.kind() == Kind.END) {
            throw words.wrong("'}'");
        }
        if (word.kind() != Kind.NAME) {
            throw words.source()
                    .fault(word, "'%s' begins no statement".formatted(word.text()), "A statement begins with a name.");
        }
        if (PASSED_OVER.contains(word.text())) {
            return passOver(word);
        }
        if (REFUSED.contains(word.text())) {
            throw words.source().fault(word, "%s is not supported".formatted(word.text()), instead(word.text()));
        }
        return switch (word.text()) {
            case "printf" -> {
                passOverCall(); // nothing is printed from the middle of a step
                yield List.of();
            }
            case "LOCAL" -> List.of(new Statement.Local(word, words.names()));
            case "if", "IF" -> List.of(choice(word));
            case "SOLVE" -> List.of(solve(word));
            case "CONSERVE" -> List.of(conserve(word));
            case "COMPARTMENT", "LONGITUDINAL_DIFFUSION" ->
                throw words.source()
                        .fault(
                                word,
                                "%s is not supported".formatted(word.text()),
                                "Scale the species so that all volumes are 1; diffusion between compartments is not there.");
            case "FROM" -> List.of(loop(word));
            case "WATCH" -> {
                words.expect("(");
                var condition = formula();
                words.expect(")");
                yield List.of(new Statement.Watch(word, condition, formula()));
            }
            case "INITIAL" -> List.of(new Statement.Initially(word, braces()));
            default -> List.of(assignOrPerform(word));
        };
    }

    private static String instead(String word) {
        return switch (word) {
            case "POINTER" -> "Use parameters and ions.";
            case "FOR_NETCONS" -> "An event reaches the arguments of its own input only.";
            case "while", "WHILE" -> "Say it with FROM ... TO and constant bounds.";
            default -> "Leave it out: places do not share variables here.";
        };
    }

    private List<Statement> passOver(Token word) {
        while (words.peek().line() == word.line() && !words.peek().is("}")) {
            words.next();
        }
        if (word.text().equals("TABLE")) { // its names may go on over lines, up to WITH n
            while (words.peek().is("DEPEND")
                    || words.peek().is("FROM")
                    || words.peek().is(",")) {
                int line = words.peek().line();
                while (words.peek().line() == line) {
                    words.next();
                }
            }
        }
        return List.of();
    }

    private void passOverCall() {
        words.expect("(");
        for (int depth = 1; depth > 0; ) {
            var word = words.next();
            if (word.kind() == Kind.END) {
                throw words.wrong("')'");
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        }
    }

    private Statement assignOrPerform(Token word) {
        if (words.accept("'")) {
            words.expect("=");
            return new Statement.Derivative(word, formula());
        }
        if (words.accept("=")) {
            return new Statement.Assign(word, formula());
        }
        if (words.accept("(")) {
            return new Statement.Perform(word, arguments());
        }
        throw words.wrong("'=', \"'\" or '(' after '%s'".formatted(word.text()));
    }

    private List<Formula> arguments() {
        var list = new ArrayList<Formula>();
        while (!words.accept(")")) {
            list.add(formula());
            if (!words.peek().is(")")) {
                words.expect(",");
            }
        }
        return list;
    }

    private Statement choice(Token word) {
        words.expect("(");
        var condition = formula();
        words.expect(")");
        var then = braces();
        List<Statement> otherwise = List.of();
        if (words.accept("else") || words.accept("ELSE")) {
            if (words.peek().is("if") || words.peek().is("IF")) {
                otherwise = List.of(choice(words.next()));
            } else {
                otherwise = braces();
            }
        }
        return new Statement.If(word, condition, then, otherwise);
    }

    private Statement solve(Token word) {
        var block = words.name("a block");
        var method = "";
        boolean steady = false;
        if (words.accept("METHOD")) {
            method = words.name("a method");
        } else if (words.accept("STEADYSTATE")) {
            method = words.name("a method");
            steady = true;
        }
        return new Statement.Solve(word, block, method, steady);
    }

    private Statement loop(Token word) {
        var index = words.peek();
        words.name("an index");
        words.expect("=");
        var from = formula();
        words.expect("TO");
        var to = formula();
        return new Statement.Loop(word, index, from, to, braces());
    }

    private Statement reaction(Token word) {
        var left = species();
        if (words.accept("<<")) {
            words.expect("(");
            var flux = formula();
            words.expect(")");
            return new Statement.Flux(word, left.getFirst().at(), flux);
        }
        words.expect("<-");
        words.expect(">");
        var right = species();
        words.expect("(");
        var forward = formula();
        words.expect(",");
        var backward = formula();
        words.expect(")");
        return new Statement.Reaction(word, left, right, forward, backward);
    }

    private Statement conserve(Token word) {
        var sum = species();
        words.expect("=");
        return new Statement.Conserve(word, sum, formula());
    }

    private List<Species> species() {
        var list = new ArrayList<Species>();
        do {
            int count = words.peek().kind() == Kind.NUMBER ? (int) words.number() : 1;
            var at = words.peek();
            words.name("a state");
            list.add(new Species(at, count));
        } while (words.accept("+"));
        return list;
    }

    private Formula formula() {
        return new Formulas(words).any();
    }
}
