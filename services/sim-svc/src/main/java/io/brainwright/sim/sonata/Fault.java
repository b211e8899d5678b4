package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;

/** What a configuration asks for and the circuit cannot give. */
final class Fault {
    private Fault() {}

    /** @param pointer where it is asked for, as a JSON pointer */
    static Problem at(String pointer, String fault) {
        return Problem.invalid("The simulation cannot be run.", List.of(new FieldFault(pointer, fault)));
    }
}
