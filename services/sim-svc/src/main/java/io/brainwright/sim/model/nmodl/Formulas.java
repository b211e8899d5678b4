package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.nmodl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads formulas; || binds least, then &amp;&amp;, comparisons, + -, * /, sign, ^. */
final class Formulas {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("<", ">", "<=", ">=", "==", "!=", "<-"),
            List.of("+", "-"),
            List.of("*", "/"));

    private final Words words;

    Formulas(Words words) {
        this.words = words;
    }

    Formula any() {
        return level(0);
    }

    private Formula level(int level) {
        if (level == LEVELS.size()) {
            return signed();
        }
        var a = level(level + 1);
        while (words.peek().kind() == Kind.SIGN
                && LEVELS.get(level).contains(words.peek().text())) {
            var sign = words.next();
            var b = level(level + 1);
            // "a <-5" is below minus five
            a = sign.is("<-")
                    ? new Formula.Binary(new Token(Kind.SIGN, "<", sign.line(), sign.column()), a, negative(sign, b))
                    : new Formula.Binary(sign, a, b);
        }
        return a;
    }

    private static Formula negative(Token sign, Formula b) {
        return new Formula.Unary(new Token(Kind.SIGN, "-", sign.line(), sign.column()), b);
    }

    private Formula signed() {
        if (words.peek().is("-") || words.peek().is("!")) {
            return new Formula.Unary(words.next(), signed());
        }
        words.accept("+");
        return power();
    }

    private Formula power() {
        var base = atom();
        if (words.peek().is("^")) {
            return new Formula.Binary(words.next(), base, signed());
        }
        return base;
    }

    private Formula atom() {
        var word = words.next();
        if (word.is("(")) {
            var inside = any();
            words.expect(")");
            return inside;
        }
        if (word.kind() == Kind.NUMBER) {
            words.unit(); // a number may carry its unit
            try {
                return new Formula.Num(word, Double.parseDouble(word.text()));
            } catch (NumberFormatException e) {
                throw words.source().fault(word, "'%s' is no number".formatted(word.text()), "Write it like 2.5e-3.");
            }
        }
        if (word.kind() != Kind.NAME) {
            throw words.source()
                    .fault(
                            word,
                            "found '%s', expected a number, a name or '('".formatted(word.text()),
                            "Complete the formula.");
        }
        if (words.peek().is("[")) {
            throw words.source()
                    .fault(
                            word,
                            "'%s' is used as an array".formatted(word.text()),
                            "Arrays are not supported; name each variable.");
        }
        if (!words.accept("(")) {
            return new Formula.Var(word);
        }
        var arguments = new ArrayList<Formula>();
        while (!words.accept(")")) {
            arguments.add(any());
            if (!words.peek().is(")")) {
                words.expect(",");
            }
        }
        return new Formula.Call(word, arguments);
    }
}
