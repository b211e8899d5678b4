package io.brainwright.sim.model.nmodl;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.nmodl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The words of a file, one after another. */
final class Words {
    private final SourceText source;
    private final List<Token> words;
    private int at;

    Words(SourceText source, List<Token> words) {
        this.source = source;
        this.words = words;
    }

    SourceText source() {
        return source;
    }

    Token peek() {
        return words.get(at);
    }

    Token peek(int ahead) {
        return words.get(Math.min(at + ahead, words.size() - 1));
    }

    Token next() {
        var word = words.get(at);
        if (word.kind() != Kind.END) {
            at++;
        }
        return word;
    }

    boolean accept(String wanted) {
        if (peek().is(wanted)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String wanted) {
        if (!accept(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    String name(String what) {
        if (peek().kind() != Kind.NAME) {
            throw wrong(what);
        }
        return next().text();
    }

    /** Names with commas between them. */
    List<String> names() {
        var names = new ArrayList<String>();
        do {
            names.add(name("a name"));
        } while (accept(","));
        return names;
    }

    double number() {
        if (peek().kind() != Kind.NUMBER) {
            throw wrong("a number");
        }
        var word = next();
        try {
            return Double.parseDouble(word.text());
        } catch (NumberFormatException e) {
            throw source.fault(word, "'%s' is no number".formatted(word.text()), "Write it like 1, 0.5 or 2.5e-3.");
        }
    }

    double signedNumber() {
        if (accept("-")) {
            return -number();
        }
        accept("+");
        return number();
    }

    /** A unit in parentheses, "" if there is none. */
    String unit() {
        if (!peek().is("(")) {
            return "";
        }
        next();
        var text = new StringBuilder();
        while (!accept(")")) {
            if (peek().kind() == Kind.END) {
                throw wrong("')'");
            }
            text.append(next().text());
        }
        return text.toString();
    }

    /** Limits as in &lt;0, 1e9&gt;, which only a graphical panel reads. */
    void limits() {
        if (accept("<")) {
            signedNumber();
            if (accept(",")) {
                signedNumber();
            }
            expect(">");
        }
    }

    /** Leaves out a block. */
    void skipBraces() {
        while (!peek().is("{") && peek().kind() != Kind.END) {
            next();
        }
        expect("{");
        for (int depth = 1; depth > 0; ) {
            var word = next();
            if (word.kind() == Kind.END) {
                throw wrong("'}'");
            }
            depth += word.is("{") ? 1 : word.is("}") ? -1 : 0;
        }
    }

    Problem wrong(String expected) {
        var word = peek();
        var found = word.kind() == Kind.END ? "the end of the file" : "'" + word.text() + "'";
        return source.fault(word, "found %s, expected %s".formatted(found, expected), "Correct this place.");
    }
}
