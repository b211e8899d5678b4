package io.brainwright.sim.model.nmodl;

import java.util.List;

/** A statement as written. */
sealed interface Statement {
    Token at();

    record Assign(Token at, Formula value) implements Statement {}

    /** x' = f. */
    record Derivative(Token at, Formula value) implements Statement {}

    record If(Token at, Formula condition, List<Statement> then, List<Statement> otherwise) implements Statement {}

    record Perform(Token at, List<Formula> arguments) implements Statement {}

    /**
     * SOLVE block [METHOD m] [STEADYSTATE m].
     *
     * @param block name of the block
     * @param method "" where none is named
     * @param steady STEADYSTATE
     */
    record Solve(Token at, String block, String method, boolean steady) implements Statement {}

    record Local(Token at, List<String> names) implements Statement {}

    /** One side of a reaction: a species and how many of it. */
    record Species(Token at, int count) {}

    /** ~ left &lt;-&gt; right (forward, backward). */
    record Reaction(Token at, List<Species> left, List<Species> right, Formula forward, Formula backward)
            implements Statement {}

    /** ~ species &lt;&lt; (flux). */
    record Flux(Token at, Token species, Formula flux) implements Statement {}

    /** CONSERVE a + b = total. */
    record Conserve(Token at, List<Species> sum, Formula total) implements Statement {}

    /** FROM i = a TO b { ... }. */
    record Loop(Token at, Token index, Formula from, Formula to, List<Statement> body) implements Statement {}

    /** INITIAL inside NET_RECEIVE: what an input begins with. */
    record Initially(Token at, List<Statement> statements) implements Statement {}

    /** WATCH (condition) flag: an event of this flag comes whenever the condition begins to hold. */
    record Watch(Token at, Formula condition, Formula flag) implements Statement {}

    /** Something that cannot be run. */
    record Refused(Token at, String what, String remedy) implements Statement {}
}
