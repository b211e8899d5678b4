package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.sonata.hdf5.Columns;
import java.util.ArrayList;
import java.util.List;

/** Which attributes a population lacks. */
final class Missing {
    private Missing() {}

    static List<FieldFault> of(Columns columns, List<String> required) {
        var faults = new ArrayList<FieldFault>();
        for (var name : required) {
            if (!columns.has(name)) {
                faults.add(new FieldFault(name, "is missing; SONATA requires it"));
            }
        }
        return faults;
    }
}
