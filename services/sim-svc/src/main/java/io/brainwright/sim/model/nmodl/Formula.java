package io.brainwright.sim.model.nmodl;

import java.util.List;

/** A formula as written. */
sealed interface Formula {
    Token at();

    record Num(Token at, double value) implements Formula {}

    record Var(Token at) implements Formula {
        String name() {
            return at.text();
        }
    }

    record Call(Token at, List<Formula> arguments) implements Formula {}

    /** + - * / ^ and comparisons, &amp;&amp;, ||. */
    record Binary(Token at, Formula a, Formula b) implements Formula {}

    /** - or !. */
    record Unary(Token at, Formula a) implements Formula {}
}
