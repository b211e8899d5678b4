package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Receive;
import io.brainwright.sim.model.nmodl.CheaperFormulas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The formulas that a time step needs from a mechanism, in the order in which back ends use them. */
final class Formulas {
    /** Column that turns mA/cm2 into nA and S/cm2 into uS: 1e-2 times the area in um2, 0 where the mechanism is absent. */
    static final String AREA = "area_uS";

    private static final Set<String> CALCIUM = Set.of("eca", "lncai", "cai", "ica_nA");

    private Formulas() {}

    /**
     * For each current: what it adds to the diagonal, to the right side, and, if it is calcium's, the current itself (nA); then the
     * columns that change with them.
     */
    static List<Expression> currents(Kinetics kinetics) {
        var formulas = new ArrayList<Expression>();
        for (var current : kinetics.currents()) {
            formulas.add(scaled(kinetics, current.slope()));
            formulas.add(scaled(kinetics, current.right()));
            if (isCalcium(current)) {
                formulas.add(scaled(kinetics, current.i()));
            }
        }
        kinetics.before().forEach(s -> formulas.add(copied(s.value())));
        return CheaperFormulas.of(formulas);
    }

    static boolean isCalcium(Kinetics.Current current) {
        return current.ion().equals("ca");
    }

    /** For each gate: its steady state and exp(-dt / tau) - 1; then the columns that change after the voltage. */
    static List<Expression> gates(Kinetics kinetics, double dt_ms) {
        var formulas = new ArrayList<Expression>();
        for (var gate : kinetics.gates()) {
            formulas.add(gate.inf());
            formulas.add(gate.decay(dt_ms));
        }
        kinetics.after().forEach(s -> formulas.add(copied(s.value())));
        return CheaperFormulas.of(formulas);
    }

    /** Columns after an event, then arguments, then due time and flag of each event that it sends. */
    static List<Expression> receive(Receive receive) {
        var formulas = new ArrayList<Expression>();
        receive.columns().forEach(s -> formulas.add(copied(s.value())));
        receive.changed().forEach(s -> formulas.add(copied(s.value())));
        receive.sends().forEach(s -> {
            formulas.add(copied(s.due_ms()));
            formulas.add(copied(s.flag()));
        });
        return formulas;
    }

    /** For each watch: whether it holds, and its flag. */
    static List<Expression> watches(Receive receive) {
        var formulas = new ArrayList<Expression>();
        receive.watches().forEach(w -> {
            formulas.add(copied(w.holds()));
            formulas.add(copied(w.flag()));
        });
        return formulas;
    }

    /** Names that any formula of a step or of the start reads. */
    static Set<String> read(Kinetics kinetics) {
        var all = new ArrayList<Expression>();
        kinetics.currents().forEach(c -> all.addAll(List.of(c.slope(), c.right())));
        kinetics.gates().forEach(g -> all.addAll(List.of(g.inf(), g.tau_ms())));
        for (var stores : List.of(kinetics.before(), kinetics.after(), kinetics.start())) {
            stores.forEach(s -> all.add(s.value()));
        }
        return new Program(all).inputs();
    }

    /** Whether calcium changes with it or changes it. */
    static boolean usesCalcium(Kinetics kinetics) {
        if (kinetics.writesCalcium() || kinetics.currents().stream().anyMatch(Formulas::isCalcium)) {
            return true;
        }
        var all = new ArrayList<>(currents(kinetics));
        all.addAll(gates(kinetics, 1));
        var receive = kinetics.receive();
        if (receive != null) {
            all.addAll(receive(receive));
            all.addAll(watches(receive));
        }
        return !Collections.disjoint(new Program(all).inputs(), CALCIUM);
    }

    private static Expression scaled(Kinetics kinetics, Expression e) {
        return kinetics.perArea() ? new Expression.Product(new Name(AREA), e) : e;
    }

    /** A column that only copies another gets a step of its own, so that all are read before any is written. */
    static Expression copied(Expression e) {
        return e instanceof Name ? new Expression.Sum(new Constant(0), e) : e;
    }
}
