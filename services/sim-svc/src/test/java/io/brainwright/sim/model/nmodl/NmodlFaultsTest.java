package io.brainwright.sim.model.nmodl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults are told like a compiler's: file, line, column, what. */
class NmodlFaultsTest {
    private static final String GOOD = """
            NEURON { SUFFIX toy
              NONSPECIFIC_CURRENT i
              RANGE g }
            PARAMETER { g = 0.001 (S/cm2) }
            ASSIGNED { v (mV) i (mA/cm2) }
            STATE { m }
            BREAKPOINT { SOLVE states METHOD cnexp
              i = g * m * (v + 70) }
            DERIVATIVE states { m' = (0.5 - m) / 3 }
            INITIAL { m = 0 }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i = g * m * (v + 70)  | i = g * k * (v + 70)       | toy.mod:8:11: 'k' is not declared
            i = g * m * (v + 70)  | i = g * m * (v + 70        | toy.mod:8:23: found '}', expected ')'
            i = g * m * (v + 70)  | i = expo(v)                | toy.mod:8:7: there is no FUNCTION 'expo'
            i = g * m * (v + 70)  | i = exp(v, 2)              | toy.mod:8:7: 'exp' takes 1 argument(s), 2 given
            METHOD cnexp          | METHOD runge               | toy.mod:7:14: there is no method 'runge'
            SOLVE states          | SOLVE state                | toy.mod:7:14: there is no block 'state' to solve
            (0.5 - m) / 3         | (0.5 - m * m) / 3          | toy.mod:9:21: m' is not linear in m
            INITIAL { m = 0 }     | INITIAL { VERBATIM x ENDVERBATIM } | toy.mod:10:11: VERBATIM holds C code
            INITIAL { m = 0 }     | INITIAL { m = 0            | toy.mod:11:1: found the end of the file
            INITIAL { m = 0 }     | LINEAR x { }               | toy.mod:10:1: LINEAR blocks are not supported
            STATE { m }           | STATE { m m }              | toy.mod:6:11: 'm' is declared twice
            RANGE g               | RANGE g USEION xyz READ exyz | toy.mod:3:11: 'xyz' is no known ion
            RANGE g               | RANGE g USEION k READ gk   | toy.mod:3:11: 'gk' is no variable of the ion k
            RANGE g               | RANGE g POINTER p          | toy.mod:3:19: 'p' points to what is outside
            INITIAL { m = 0 }     | NET_RECEIVE(w) { m = m + w } | toy.mod:10:1: toy is no point process and gets no events
            INITIAL { m = 0 }     | FUNCTION_TABLE f(v)          | toy.mod:10:1: FUNCTION_TABLE blocks are not supported
            INITIAL { m = 0 }     | INITIAL { FROM i = 0 TO 1e9 { m = i } } | toy.mod:10:11: this loop turns from 0.0 to 1.0E9
            INITIAL { m = 0 }     | NONLINEAR x { }              | toy.mod:10:1: NONLINEAR blocks are not supported
            INITIAL { m = 0 }     | INITIAL { m = random_uniform(r) } | toy.mod:10:15: 'random_uniform' needs a generator first
            INITIAL { m = 0 }     | INITIAL { printf("never ends) } | toy.mod:10:18: this text never ends
            i = g * m * (v + 70)  | WATCH (v > 0) 1            | toy.mod:8:3: WATCH is not supported here
            i = g * m * (v + 70)  | net_send(1, 1)             | toy.mod:8:3: net_send is not supported here
            RANGE g               | RANGE g BBCOREPOINTER m    | toy.mod:8:11: 'm' is used, a pointer
            """)
    void aFaultSaysWhereAndWhat(String right, String wrong, String message) {
        assertThatThrownBy(() -> Nmodl.read("toy.mod", GOOD.replace(right, wrong)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(message);
    }

    @Test
    void bracketsAndCallsWithoutEndAreToldAsSuch() {
        var brackets = GOOD.replace("(v + 70)", "(".repeat(50_000) + "v + 70)");
        var calls = GOOD.replace("INITIAL { m = 0 }", "PROCEDURE again() { again() }\nINITIAL { m = 0 again() }");
        for (var text : new String[] {brackets, calls}) {
            assertThatThrownBy(() -> Nmodl.read("toy.mod", text))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("toy.mod");
        }
    }
}
