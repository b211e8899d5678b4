package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Kinetics.Store;
import io.brainwright.sim.model.mechanism.Receive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** NET_RECEIVE, run on formulas: what an event changes. */
final class Receiving {
    private final ModFile file;
    private final ModFile.Block block;
    private final Evaluation run;
    private final Evaluation initial;
    private final List<Receive.Watch> watches = new ArrayList<>();

    /**
     * @param known constants, celsius, dt
     * @param variables names that may be read before they are assigned
     */
    Receiving(ModFile file, ModFile.Block block, Map<String, Expression> known, Set<String> variables) {
        this.file = file;
        this.block = block;
        var names = new HashSet<>(variables);
        names.add("flag");
        run = evaluation(known, names);
        for (var watch : run.receive(block.statements())) {
            var later = new Evaluation(file, known, variables, (_, _) -> {});
            watches.add(new Receive.Watch(later.truth(watch.condition()), later.value(watch.flag())));
        }
        initial = evaluation(known, names);
        for (var s : block.statements()) {
            if (s instanceof Statement.Initially(Token at, var statements)) {
                initial.run(statements);
                if (!initial.values().isEmpty()) {
                    throw file.source.fault(
                            at,
                            "INITIAL of an input changes %s"
                                    .formatted(initial.values().keySet()),
                            "It may set the arguments %s; variables of the process begin in its own INITIAL."
                                    .formatted(block.arguments()));
                }
            }
        }
    }

    private Evaluation evaluation(Map<String, Expression> known, Set<String> names) {
        var evaluation = new Evaluation(file, known, names, (_, solve) -> {
            throw file.source.fault(solve.at(), "SOLVE inside NET_RECEIVE", "It belongs into BREAKPOINT.");
        });
        for (var argument : block.arguments()) {
            evaluation.local(argument, new Name(Receive.argument(argument)));
        }
        return evaluation;
    }

    /** Whether an event met a WATCH statement, which ends all watching that was before. */
    static final String REARMED = "@rearmed";

    static String due(int number) {
        return "@send.due" + number;
    }

    static String flag(int number) {
        return "@send.flag" + number;
    }

    /** Every variable of the process that an event changes. */
    Map<String, Expression> values() {
        var values = new HashMap<>(run.values());
        values.keySet().removeIf(name -> name.contains("@"));
        return values;
    }

    /** Names that are read for what must be known after the event in any case: states, arguments, events to itself. */
    Set<String> read() {
        var read = new HashSet<String>();
        for (var state : file.states.keySet()) {
            read.addAll(Calculus.names(run.get(state)));
        }
        for (var argument : block.arguments()) {
            read.addAll(Calculus.names(run.get(argument)));
            read.addAll(Calculus.names(initial.get(argument)));
        }
        watches.forEach(w -> {
            read.addAll(Calculus.names(w.holds()));
            read.addAll(Calculus.names(w.flag()));
        });
        for (int w = 0; w < watches.size(); w++) {
            read.addAll(Calculus.names(watched(w)));
        }
        sends(run).forEach(s -> {
            read.addAll(Calculus.names(s.due_ms()));
            read.addAll(Calculus.names(s.flag()));
        });
        return read;
    }

    /** @param kept ASSIGNED variables that have a column */
    Receive receive(Set<String> kept, List<Receive.Send> firstSends) {
        var columns = new ArrayList<Store>();
        for (var name : file.states.keySet()) {
            change(columns, name, name, run.get(name));
        }
        for (var name : kept) {
            if (run.values().containsKey(name)) {
                change(columns, name, name, run.get(name));
            }
        }
        for (int w = 0; w < watches.size(); w++) {
            columns.add(new Store(Receive.watch(w), watched(w)));
        }
        var changed = new ArrayList<Store>();
        var first = new ArrayList<Store>();
        for (var argument : block.arguments()) {
            change(changed, Receive.argument(argument), argument, run.get(argument));
            change(first, Receive.argument(argument), argument, initial.get(argument));
        }
        return new Receive(block.arguments(), columns, changed, first, sends(run), firstSends, watches);
    }

    /** What a watch is after an event: newly armed, ended by others that were armed, or as before. */
    private Expression watched(int number) {
        var after = run.get(Receive.watch(number));
        var ended = Calculus.with(after, Receive.watch(number), Algebra.ZERO);
        var rearmed = Calculus.with(run.get(REARMED), REARMED, Algebra.ZERO);
        return Algebra.ifEqual(rearmed, Algebra.ONE, ended, after);
    }

    private static void change(List<Store> stores, String column, String name, Expression value) {
        if (!value.equals(new Name(column))) {
            stores.add(new Store(name, value));
        }
    }

    /** Events to itself, where a branch that is not taken sends none. */
    static List<Receive.Send> sends(Evaluation run) {
        var never = new HashMap<String, Expression>();
        for (int s = 0; s < run.sends(); s++) {
            never.put(due(s), new Constant(Receive.NEVER_ms));
            never.put(flag(s), Algebra.ZERO);
        }
        var sends = new ArrayList<Receive.Send>();
        for (int s = 0; s < run.sends(); s++) {
            sends.add(new Receive.Send(Calculus.with(run.get(due(s)), never), Calculus.with(run.get(flag(s)), never)));
        }
        return sends;
    }
}
