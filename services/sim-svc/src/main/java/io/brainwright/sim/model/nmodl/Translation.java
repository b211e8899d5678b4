package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Difference;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Expression.Product;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Kinetics.Current;
import io.brainwright.sim.model.mechanism.Kinetics.Store;
import io.brainwright.sim.model.nmodl.ModFile.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the equations of a file at one temperature, for one time step. */
final class Translation {
    static final Set<String> EVERYWHERE = Set.of("v", "t", "dt", "celsius", "diam", "area");

    private final ModFile file;
    private final IonVariables ions;
    private final double dt_ms;
    private final Map<String, Expression> known = new HashMap<>();
    private final Set<String> variables = new HashSet<>(EVERYWHERE);

    private Translation(ModFile file, double celsius_degC, double dt_ms) {
        this.file = file;
        this.dt_ms = dt_ms;
        ions = new IonVariables(file);
        file.constants.forEach((name, value) -> known.put(name, new Constant(value)));
        file.parameters.forEach((name, p) -> {
            if (!isRange(file, ions, name) && !EVERYWHERE.contains(name) && !ions.knows(name)) {
                known.put(name, new Constant(p.value()));
            }
        });
        known.putAll(ions.known);
        known.put("celsius", new Constant(celsius_degC));
        known.put("dt", new Constant(dt_ms));
        variables.addAll(file.parameters.keySet());
        variables.addAll(file.assigned.keySet());
        variables.addAll(file.states.keySet());
        variables.addAll(file.constants.keySet());
        variables.addAll(ions.known.keySet());
        variables.addAll(ions.fixed.keySet());
        variables.addAll(ions.currents.keySet());
        file.currents.forEach(c -> variables.add(c.text()));
    }

    static Kinetics of(ModFile file, double celsius_degC, double dt_ms) {
        return new Translation(file, celsius_degC, dt_ms).kinetics();
    }

    /** Translates once, so that faults are told; names of all variables that the file itself computes. */
    static Set<String> computed(ModFile file, double celsius_degC, double dt_ms) {
        var translation = new Translation(file, celsius_degC, dt_ms);
        translation.kinetics();
        var after = new Evaluation(file, translation.known, translation.variables, (_, _) -> {});
        var integration = new Integration(file, dt_ms);
        solves(translation.statements("BREAKPOINT"), s -> integration.advance(after, s));
        var names = new HashSet<>(after.values().keySet());
        names.addAll(translation.run("BREAKPOINT", (_, _) -> {}).values().keySet());
        names.addAll(translation.initial((_, _) -> {}).values().keySet());
        var receiving = translation.receiving();
        if (receiving != null) {
            names.addAll(receiving.values().keySet());
        }
        names.addAll(file.states.keySet());
        return names;
    }

    /** Whether a parameter may differ from place to place. */
    static boolean isRange(ModFile file, IonVariables ions, String name) {
        return file.range.contains(name) && !ions.known.containsKey(name);
    }

    private Kinetics kinetics() {
        var breakpoint = run("BREAKPOINT", (_, _) -> {});
        var integration = new Integration(file, dt_ms);
        var after = new Evaluation(file, known, variables, (_, _) -> {});
        solves(statements("BREAKPOINT"), s -> integration.advance(after, s));
        var initial = initial((run, s) -> {
            if (s.steady()) {
                integration.balance(run, s);
            }
        });
        var receiving = receiving();
        var currents = currents(breakpoint);
        var read = new HashSet<String>();
        currents.forEach(c -> List.of(c.i(), c.slope(), c.right()).forEach(e -> read.addAll(Calculus.names(e))));
        for (var state : file.states.keySet()) {
            read.addAll(Calculus.names(after.get(state)));
        }
        integration.gates.values().forEach(g -> {
            read.addAll(Calculus.names(g.inf()));
            read.addAll(Calculus.names(g.tau_ms()));
        });
        if (receiving != null) {
            read.addAll(receiving.read());
            // what an event sets and people may look at
            receiving.values().keySet().stream().filter(file.range::contains).forEach(read::add);
        }
        var changes = new ArrayList<>(List.of(breakpoint.values(), after.values()));
        if (receiving != null) {
            changes.add(receiving.values());
        }
        var columns = new Columns(file, ions);
        var kept = columns.kept(read, changes);
        kept.addAll(randomsUsed(read, kept, initial));
        var stores = columns.stores(integration, after, kept);
        var before = new ArrayList<Store>();
        for (var name : kept) {
            if (breakpoint.values().containsKey(name)) {
                before.add(new Store(name, breakpoint.get(name)));
            }
        }
        fixedStayFixed(initial, breakpoint, after);
        var gates = file.states.keySet().stream()
                .filter(s -> integration.isGate(s, after.get(s)))
                .map(s -> java.util.Objects.requireNonNull(integration.gates.get(s)))
                .toList();
        return new Kinetics(
                gates,
                currents,
                before,
                stores,
                columns.start(initial, kept, changes),
                file.role == Role.DENSITY,
                fixedNames(),
                file.randoms.stream().filter(kept::contains).toList(),
                receiving == null ? null : receiving.receive(kept, Receiving.sends(initial)));
    }

    /** A generator whose key is read counts its draws, whoever draws. */
    private Set<String> randomsUsed(Set<String> read, Set<String> kept, Evaluation initial) {
        var used = new HashSet<String>();
        for (var random : file.randoms) {
            var key = Kinetics.keyColumn(random, 0);
            boolean drawn = kept.contains(random)
                    || read.contains(key)
                    || initial.values().containsKey(random);
            if (drawn) {
                used.add(random);
            }
        }
        return used;
    }

    private @Nullable Receiving receiving() {
        var block = file.blocks.get("NET_RECEIVE");
        return block == null ? null : new Receiving(file, block, known, variables);
    }

    private Evaluation initial(Evaluation.Solver solver) {
        var run = new Evaluation(file, known, variables, solver);
        if (file.blocks.containsKey("NET_RECEIVE")) {
            run.runWithSends(statements("INITIAL"));
        } else {
            run.run(statements("INITIAL"));
        }
        return run;
    }

    private Map<String, Boolean> fixedNames() {
        var initial = initial((_, _) -> {});
        var names = new TreeMap<String, Boolean>();
        ions.fixed.keySet().forEach(name -> names.put(name, initial.values().containsKey(name)));
        return names;
    }

    private Evaluation run(String block, Evaluation.Solver solver) {
        var run = new Evaluation(file, known, variables, solver);
        run.run(statements(block));
        return run;
    }

    private List<Statement> statements(String name) {
        var block = file.blocks.get(name);
        return block == null ? List.of() : block.statements();
    }

    private static void solves(List<Statement> statements, java.util.function.Consumer<Statement.Solve> then) {
        for (var s : statements) {
            switch (s) {
                case Statement.Solve solve -> then.accept(solve);
                case Statement.If choice -> {
                    solves(choice.then(), then);
                    solves(choice.otherwise(), then);
                }
                default -> {}
            }
        }
    }

    private List<Current> currents(Evaluation breakpoint) {
        var all = new LinkedHashMap<String, String>();
        for (var ion : file.ions) {
            for (var name : ion.write()) {
                if (ions.currents.containsKey(name)) {
                    all.put(name, ion.name());
                }
            }
        }
        file.currents.forEach(c -> all.put(c.text(), ""));
        var list = new ArrayList<Current>();
        all.forEach((name, ion) -> {
            var i = breakpoint.get(name);
            if (i instanceof Name) {
                return; // declared, never computed
            }
            list.add(current(ion, file.electrodeCurrents.contains(name) ? Algebra.negative(i) : i));
        });
        return list;
    }

    private static Current current(String ion, Expression i) {
        if (i instanceof Product(var g, Difference(Name(String v), var e))
                && v.equals("v")
                && !Calculus.names(g).contains("v")
                && !Calculus.names(e).contains("v")) {
            return Current.linear(ion, g, e);
        }
        var slope = Calculus.derivative(i, "v");
        if (!Calculus.names(slope).contains("v")) {
            return new Current(ion, i, slope, Algebra.negative(Calculus.with(i, "v", Algebra.ZERO)));
        }
        return new Current(ion, i, slope, Algebra.difference(Algebra.product(slope, new Name("v")), i));
    }

    private void fixedStayFixed(Evaluation initial, Evaluation breakpoint, Evaluation after) {
        for (var ion : file.ions) {
            for (var name : ion.write()) {
                for (var run : List.of(breakpoint, after)) {
                    boolean changes = run.values().containsKey(name)
                            && !run.get(name).equals(initial.get(name))
                            && (ions.fixed.containsKey(name) || name.startsWith("e") && !name.equals("e"));
                    if (changes) {
                        throw file.source.fault(
                                ion.at(),
                                "'%s' changes while the simulation runs".formatted(name),
                                "Only cai may; others are set in INITIAL and stay.");
                    }
                }
            }
        }
    }
}
