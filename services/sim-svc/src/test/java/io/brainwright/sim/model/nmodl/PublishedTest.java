package io.brainwright.sim.model.nmodl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with C code are recognised by name, or refused with the place of the code. */
class PublishedTest {
    private static final String FILE = """
            NEURON { THREADSAFE
              POINT_PROCESS ProbAMPANMDA_EMS
              RANGE tau_d_AMPA, Use, synapseID
              NONSPECIFIC_CURRENT i
              BBCOREPOINTER rng }
            PARAMETER { tau_d_AMPA = 2.5 (ms) Use = 0.3 gmax = .001 (uS) synapseID = 0 }
            VERBATIM
            #include <stdio.h> /* { */
            ENDVERBATIM
            ASSIGNED { v (mV) i (nA) rng }
            STATE { A B }
            INITIAL { A = 0 }
            NET_RECEIVE(weight, a) { INITIAL { if (a) {
              VERBATIM { printf("{:"); ENDVERBATIM
              } }
              printf("heard: { at %g", t)
              FROM n = 0 TO a - 1 { A = A + urand() }
            }
            DESTRUCTOR { VERBATIM free(x); ENDVERBATIM }
            """;

    @Test
    void aPublishedModelIsServedWithTheFilesOwnDefaults() {
        var served = Nmodl.read("mine.mod", FILE);
        assertThat(served.name()).isEqualTo("ProbAMPANMDA_EMS");
        assertThat(served.isPoint()).isTrue();
        assertThat(served.states())
                .isEqualTo(Published.named("ProbAMPANMDA_EMS").states());
        assertThat(value(served, "tau_d_AMPA")).isEqualTo(2.5);
        assertThat(value(served, "Use")).isEqualTo(0.3);
        assertThat(value(served, "Dep")).as("not in the file").isEqualTo(100);
    }

    private static double value(io.brainwright.sim.model.mechanism.Mechanism m, String parameter) {
        return m.parameters().stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Use = 0.3        | Use = 0.3 pump = 2 | mine.mod:6:45: the built-in ProbAMPANMDA_EMS has no parameter 'pump'
            ProbAMPANMDA_EMS | MyOwn              | mine.mod:7:1: VERBATIM holds C code, which is not run
            PARAMETER {      | PARAMETER { = {    | mine.mod:7:1: VERBATIM holds C code, which is not run
            """)
    void anyOtherCodeIsRefusedByItsLine(String right, String wrong, String message) {
        assertThat(FILE).contains(right);
        assertThatThrownBy(() -> Nmodl.read("mine.mod", FILE.replace(right, wrong)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(message);
    }

    @Test
    void sourcesAreServedByName() {
        var text = "NEURON { ARTIFICIAL_CELL VecStim }\nVERBATIM\nint x;\nENDVERBATIM\n";
        assertThat(Nmodl.read("vecevent.mod", text).name()).isEqualTo("VecStim");
        assertThatThrownBy(() -> Nmodl.read("other.mod", "NEURON { ARTIFICIAL_CELL Other }"))
                .hasMessageContaining("Other is an ARTIFICIAL_CELL");
    }

    @Test
    void eachModelIsReadAndWrittenAsNmodl() {
        for (var model : Published.all()) {
            assertThat(Published.named(model.name())).isSameAs(model);
            assertThat(NmodlText.of(model))
                    .contains(" bw_" + model.name() + "\n")
                    .doesNotContain("random_binomial")
                    .doesNotContain("VERBATIM");
        }
    }
}
