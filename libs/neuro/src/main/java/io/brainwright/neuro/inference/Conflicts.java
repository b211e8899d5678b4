package io.brainwright.neuro.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Which sources cannot hold together.
 *
 * <pre>{@code
 *   |m_k + g_k δ| ≤ 2 σ_k + z_k,  z ≥ 0,   minimise Σ z_k / σ_k
 * }</pre>
 *
 * over shifts δ of the logarithms, around an estimate: linear, with σ_k each value's own printed spread, no source granted a factor of its own,
 * and no beliefs. A value with z_k > 0 is a suspect. Around each suspect a smallest set that cannot hold is found by deletion: take one relation away after
 * another, and leave away those without which the rest still cannot hold (Chinneck &amp; Dravnieks 1991, doi:10.1287/ijoc.3.2.157). Solved by ojAlgo.
 */
public final class Conflicts {
    /** chosen: values hold together when they meet within two standard deviations of each. */
    public static final double WITHIN_SD = 2;

    private static final double WIDEST = 12;
    private static final double GIVES_WAY = 1e-6;
    private static final int LARGEST_PART = 60;

    static {
        System.setProperty(
                "shut.up.ojAlgo", "true"); // it would print a line on the machine's profile among the answers
    }

    private final List<Estimate.Linear> strict;
    private final Map<Integer, Double> held = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> users = new LinkedHashMap<>();

    private Conflicts(Estimate estimate) {
        for (var r : estimate.web().relations()) {
            if (r.group().equals(Web.SOURCES)) {
                for (int q : r.quantities()) {
                    held.put(q, -estimate.log(q));
                }
            }
        }
        strict = estimate.linear().stream()
                .filter(l -> l.relation().kind() != Relation.Kind.BELIEF)
                .toList();
        for (int k = 0; k < strict.size(); k++) {
            for (int q : strict.get(k).quantities()) {
                if (!held.containsKey(q)) {
                    users.computeIfAbsent(q, _ -> new ArrayList<>()).add(k);
                }
            }
        }
    }

    /**
     * The conflicts of a web, the gravest first.
     *
     * @param estimate where the web is made linear
     * @param most how many at most
     */
    public static List<Conflict> of(Estimate estimate, int most) {
        var it = new Conflicts(estimate);
        var found = new ArrayList<Conflict>();
        var told = new HashSet<Set<Relation>>();
        for (int suspect : it.suspects()) {
            if (found.size() == most) {
                break;
            }
            var part = it.around(suspect);
            if (it.giveWay(part) > GIVES_WAY) {
                var core = it.smallest(part);
                var relations =
                        core.stream().map(k -> it.strict.get(k).relation()).toList();
                if (told.add(new HashSet<>(relations))) {
                    found.add(new Conflict(relations, it.giveWay(core)));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Conflict::suspicion).reversed());
        return found;
    }

    /** Measured values far from what the strict reading allows, judged one by one at the robust estimate; the farthest first. */
    private List<Integer> suspects() {
        return IntStream.range(0, strict.size())
                .filter(k -> strict.get(k).relation().kind() == Relation.Kind.MEASURED)
                .filter(k -> score(k) > WITHIN_SD)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> score(k))
                        .reversed()
                        .thenComparing(k -> k))
                .toList();
    }

    private double score(int k) {
        var l = strict.get(k);
        double misfit = l.misfit();
        for (int i = 0; i < l.quantities().length; i++) {
            misfit += l.gradient()[i] * held.getOrDefault(l.quantities()[i], 0.0);
        }
        return Math.abs(misfit) / spread(l.relation());
    }

    private static double spread(Relation r) {
        return Math.max(r.sd(), 1e-3);
    }

    /** Relations that a suspect hangs together with, the nearest first. */
    private List<Integer> around(int suspect) {
        var part = new ArrayList<>(List.of(suspect));
        var seen = new TreeSet<>(part);
        for (int at = 0; at < part.size() && part.size() < LARGEST_PART; at++) {
            for (int q : strict.get(part.get(at)).quantities()) {
                for (int k : users.getOrDefault(q, List.of())) {
                    if (seen.add(k)) {
                        part.add(k);
                    }
                }
            }
        }
        return part.subList(0, Math.min(part.size(), LARGEST_PART));
    }

    private List<Integer> smallest(List<Integer> part) {
        var core = new ArrayList<>(part);
        for (int at = core.size() - 1; at >= 0; at--) {
            var without = new ArrayList<>(core);
            without.remove(at);
            if (giveWay(without) > GIVES_WAY) {
                core = without;
            }
        }
        return core;
    }

    /** Least sum of z / σ with which a set of relations holds. */
    private double giveWay(List<Integer> part) {
        var model = new ExpressionsBasedModel();
        var shifts = new LinkedHashMap<Integer, Variable>();
        for (int k : part) {
            var l = strict.get(k);
            var up = model.newVariable("up" + k).lower(0).weight(1);
            var down = model.newVariable("down" + k).lower(0).weight(1);
            double sd = spread(l.relation());
            double known = l.misfit();
            var row = model.newExpression("r" + k);
            for (int i = 0; i < l.quantities().length; i++) {
                int q = l.quantities()[i];
                if (held.containsKey(q)) {
                    known += l.gradient()[i] * held.get(q);
                } else {
                    row.set(
                            shifts.computeIfAbsent(
                                    q,
                                    _ -> model.newVariable("q" + q)
                                            .lower(-WIDEST)
                                            .upper(WIDEST)),
                            l.gradient()[i] / sd);
                }
            }
            row.set(up, -1).set(down, 1);
            row.lower(-WITHIN_SD - known / sd).upper(WITHIN_SD - known / sd);
        }
        return model.minimise().getValue();
    }
}
