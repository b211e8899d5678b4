package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Kinetics.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables of a file must be kept from one phase of a step to another, and with what they begin. */
final class Columns {
    private final ModFile file;
    private final IonVariables ions;

    Columns(ModFile file, IonVariables ions) {
        this.file = file;
        this.ions = ions;
    }

    /** ASSIGNED variables whose value one phase computes and another, or the next step, reads. */
    Set<String> kept(Set<String> read, List<Map<String, Expression>> changes) {
        var kept = new java.util.TreeSet<String>();
        var open = new java.util.ArrayDeque<>(read);
        while (!open.isEmpty()) {
            var name = open.pop();
            if (!file.assigned.containsKey(name)
                    || Translation.EVERYWHERE.contains(name)
                    || ions.knows(name)
                    || !kept.add(name)) {
                continue;
            }
            for (var values : changes) {
                var value = values.get(name);
                if (value != null) {
                    open.addAll(Calculus.names(value));
                }
            }
        }
        return kept;
    }

    List<Store> stores(Integration integration, Evaluation after, Set<String> kept) {
        var stores = new ArrayList<Store>();
        for (var state : file.states.keySet()) {
            var value = after.get(state);
            boolean stays = value instanceof Name(String own) && own.equals(state);
            if (!stays && !integration.isGate(state, value)) {
                stores.add(new Store(state, value));
            }
        }
        if (!file.states.containsKey("cai") && writesCalcium() && after.values().containsKey("cai")) {
            stores.add(new Store("cai", after.get("cai")));
        }
        for (var name : kept) {
            if (after.values().containsKey(name)) {
                stores.add(new Store(name, after.get(name)));
            }
        }
        return stores;
    }

    private boolean writesCalcium() {
        return file.ions.stream().anyMatch(ion -> ion.write().contains("cai"));
    }

    List<Store> start(Evaluation initial, Set<String> kept, List<Map<String, Expression>> changes) {
        Map<String, Expression> unset = new HashMap<>();
        file.assigned.keySet().stream()
                .filter(n -> !Translation.EVERYWHERE.contains(n) && !ions.knows(n) && !isSettable(n, initial))
                .forEach(n -> unset.put(n, Algebra.ZERO));
        file.states.keySet().stream().filter(n -> !n.equals("cai")).forEach(n -> unset.put(n, Algebra.ZERO));
        var start = new ArrayList<Store>();
        for (var state : file.states.keySet()) {
            start.add(new Store(state, Calculus.with(initial.get(state), unset)));
        }
        if (!file.states.containsKey("cai")
                && writesCalcium()
                && initial.values().containsKey("cai")) {
            start.add(new Store("cai", Calculus.with(initial.get("cai"), unset)));
        }
        for (var name : kept) {
            if (!isSettable(name, initial) || changes.stream().anyMatch(c -> c.containsKey(name))) {
                start.add(new Store(name, Calculus.with(initial.get(name), unset)));
            }
        }
        for (var name : ions.fixed.keySet()) {
            if (initial.values().containsKey(name)) {
                start.add(new Store(name, Calculus.with(initial.get(name), unset)));
            }
        }
        return start;
    }

    /** RANGE variables that the file never sets are set from outside, like parameters. */
    private boolean isSettable(String name, Evaluation initial) {
        return file.range.contains(name) && !initial.values().containsKey(name) && !file.states.containsKey(name);
    }
}
