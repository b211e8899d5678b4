package io.brainwright.sim.model.mechanism;

import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.Map;

/**
 * Reads one formula: + - * / ^ (whole powers), unary minus, {@code a < b ? c : d}, exp(x), and lin(x, y) = x / (exp(x/y) - 1).
 */
final class Equations {
    private final String text;
    private final Map<String, Expression> known;
    private int at;

    private Equations(String text, Map<String, Expression> known) {
        this.text = text;
        this.known = known;
    }

    /**
     * @param text the formula
     * @param known names already defined; any other name is a parameter, gate or voltage
     */
    static Expression parse(String text, Map<String, Expression> known) {
        var reader = new Equations(text, known);
        var e = reader.choice();
        reader.skip();
        if (reader.at < text.length()) {
            throw reader.wrong("end of formula");
        }
        return e;
    }

    private Expression choice() {
        var a = sum();
        if (!accept('<')) {
            return a;
        }
        var b = sum();
        expect('?');
        var c = choice();
        expect(':');
        return new Expression.IfBelow(a, b, c, choice());
    }

    private Expression sum() {
        var e = product();
        while (true) {
            if (accept('+')) {
                e = Expression.sum(e, product());
            } else if (accept('-')) {
                e = Expression.difference(e, product());
            } else {
                return e;
            }
        }
    }

    private Expression product() {
        var e = signed();
        while (true) {
            if (accept('*')) {
                e = Expression.product(e, signed());
            } else if (accept('/')) {
                e = Expression.quotient(e, signed());
            } else {
                return e;
            }
        }
    }

    private Expression signed() {
        return accept('-') ? Expression.negative(signed()) : power();
    }

    private Expression power() {
        var base = atom();
        if (!accept('^')) {
            return base;
        }
        int n = Integer.parseInt(word());
        var e = base;
        for (int i = 1; i < n; i++) {
            e = Expression.product(e, base);
        }
        return e;
    }

    private Expression atom() {
        if (accept('(')) {
            var e = choice();
            expect(')');
            return e;
        }
        var word = word();
        if (word.isEmpty()) {
            throw wrong("a number or a name");
        }
        if (Character.isDigit(word.charAt(0))) {
            return new Constant(Double.parseDouble(word));
        }
        return accept('(') ? call(word) : known.getOrDefault(word, new Name(word));
    }

    private Expression call(String function) {
        var x = choice();
        if (function.equals("exp")) {
            expect(')');
            return x instanceof Constant(double c) ? new Constant(StrictMath.exp(c)) : new Expression.Exp(x);
        }
        if (function.equals("lin")) {
            expect(',');
            var y = choice();
            expect(')');
            return Expression.product(y, new Expression.Linoid(Expression.quotient(x, y)));
        }
        throw wrong("exp or lin");
    }

    private String word() {
        skip();
        int from = at;
        boolean number = at < text.length() && Character.isDigit(text.charAt(at));
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponentSign = number && (c == '-' || c == '+') && text.charAt(at - 1) == 'e';
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && !exponentSign) {
                break;
            }
            at++;
        }
        return text.substring(from, at);
    }

    private boolean accept(char c) {
        skip();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("'%s', column %d: expected %s".formatted(text, at + 1, expected));
    }
}
