package io.brainwright.sim.model.nmodl;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Exp;
import io.brainwright.sim.model.mechanism.Expression.Linoid;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheaperFormulasTest {
    private static final double DT_ms = 0.025;

    @Test
    void everyBuiltInGateKeepsItsValues() {
        for (var mechanism : Mechanism.builtIn()) {
            var formulas = gates(mechanism);
            var cheaper = CheaperFormulas.of(formulas);
            for (double v = -150; v <= 100; v += 0.25) {
                var at = values(mechanism, v);
                for (int f = 0; f < formulas.size(); f++) {
                    assertThat(cheaper.get(f).value(at))
                            .as("%s, formula %d at %s mV", mechanism, f, v)
                            .isCloseTo(formulas.get(f).value(at), org.assertj.core.data.Offset.offset(1e-11));
                }
            }
        }
    }

    @Test
    void theSquidAxonNeedsTwoExponentialsInsteadOfSix() {
        assertThat(exponentials(gates(Mechanism.hh))).isEqualTo(6);
        assertThat(exponentials(CheaperFormulas.of(gates(Mechanism.hh)))).isEqualTo(2);
    }

    @Test
    void oppositeLinoidsComeFromOne() {
        assertThat(exponentials(gates(Mechanism.NaTg))).isEqualTo(4);
        assertThat(exponentials(CheaperFormulas.of(gates(Mechanism.NaTg)))).isEqualTo(2);
    }

    @Test
    void slopesThatAreNoPowersOfTwoApartStayApart() {
        assertThat(exponentials(CheaperFormulas.of(gates(Mechanism.Ih)))).isEqualTo(2);
    }

    private static List<Expression> gates(Mechanism mechanism) {
        var formulas = new ArrayList<Expression>();
        for (var gate : Kinetics.of(mechanism, 6.3, DT_ms).gates()) {
            formulas.add(gate.inf());
            formulas.add(gate.decay(DT_ms));
        }
        return formulas;
    }

    private static Map<String, Double> values(Mechanism mechanism, double v_mV) {
        var at = new HashMap<String, Double>();
        mechanism.parameters().forEach(p -> at.put(p.name(), p.value()));
        at.put("v", v_mV);
        at.put("lncai", -9.0);
        return at;
    }

    private static int exponentials(List<Expression> formulas) {
        var seen = new HashSet<Expression>();
        formulas.forEach(f -> collect(f, seen));
        return (int) seen.stream()
                .filter(e -> e instanceof Exp || e instanceof Linoid)
                .count();
    }

    private static void collect(Expression e, Set<Expression> seen) {
        if (seen.add(e)) {
            Parts.of(e).forEach(part -> collect(part, seen));
        }
    }
}
