package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fibres that come from outside the circuit: virtual cells, which have synapses and no membrane. Their spikes are drawn before the run.
 *
 * <p>Which fibres fire and when is drawn from (seed, "sim.fibre.k", id of the fibre), k counting the drives of the request: a fibre fires
 * alike whatever other fibres there are, and a larger share holds all of a smaller one.
 */
public final class FibrePopulation {
    private static final double MS_PER_S = 1000;

    private final List<Fibre> fibres;

    /**
     * One fibre.
     *
     * @param node_id its id
     * @param nucleus where it comes from: VPM, POm
     */
    public record Fibre(long node_id, String nucleus) {}

    /**
     * Which fibres are meant.
     *
     * @param nuclei where they come from; empty: from anywhere
     * @param fraction share of them, 0 to 1
     * @param count so many of them; 0: as many as the share says
     */
    public record Choice(List<String> nuclei, double fraction, long count) {
        public Choice {
            nuclei = List.copyOf(nuclei);
        }
    }

    public FibrePopulation(List<Fibre> fibres) {
        this.fibres = List.copyOf(fibres);
    }

    /**
     * One spike of each chosen fibre, at times that scatter normally; never before 0.
     *
     * @param field of the request, for faults
     */
    public Drive.Fibres volley(Choice choice, double time_ms, double jitter_ms, long seed, int drive, String field) {
        return new Drive.Fibres(time_ms, time_ms, trains(choice, seed, drive, field, draws -> {
            double at_ms = Math.max(0, draws.normal(time_ms, jitter_ms));
            return new double[] {at_ms};
        }));
    }

    /** A Poisson train of each chosen fibre. */
    public Drive.Fibres poisson(
            Choice choice, double start_ms, double duration_ms, double rate_Hz, long seed, int drive, String field) {
        double end_ms = start_ms + duration_ms;
        double mean_ms = MS_PER_S / rate_Hz;
        return new Drive.Fibres(
                start_ms,
                end_ms,
                trains(choice, seed, drive, field, draws -> DriveWiring.train(start_ms, end_ms, mean_ms, draws)));
    }

    private interface Train {
        double[] draw(Draws draws);
    }

    private record Candidate(long node_id, double rank, Draws draws) {}

    private SortedMap<Long, double[]> trains(Choice choice, long seed, int drive, String field, Train train) {
        var candidates = new ArrayList<Candidate>();
        for (var fibre : fibres) {
            if (choice.nuclei().isEmpty() || choice.nuclei().contains(fibre.nucleus())) {
                var draws = Draws.of(seed, "sim.fibre." + drive, fibre.node_id());
                candidates.add(new Candidate(fibre.node_id(), draws.nextDouble(), draws));
            }
        }
        check(choice, candidates.size(), field);
        candidates.sort(Comparator.comparingDouble(Candidate::rank).thenComparingLong(Candidate::node_id));
        long wanted = choice.count() > 0 ? choice.count() : Math.round(choice.fraction() * candidates.size());
        var trains = new TreeMap<Long, double[]>();
        for (var one : candidates.subList(0, (int) wanted)) {
            var times_ms = train.draw(one.draws());
            if (times_ms.length > 0) {
                trains.put(one.node_id(), times_ms);
            }
        }
        return trains;
    }

    private void check(Choice choice, int found, String field) {
        if (found == 0) {
            var nuclei = new TreeSet<String>();
            fibres.forEach(f -> nuclei.add(f.nucleus()));
            throw Problem.invalid(
                    "The simulation cannot run as asked.",
                    List.of(new FieldFault(
                            field,
                            "no fibre comes from %s; there are those of %s.".formatted(choice.nuclei(), nuclei))));
        }
        if (choice.count() > found) {
            throw Problem.invalid(
                    "The simulation cannot run as asked.",
                    List.of(new FieldFault(
                            field + ".count", "%d fibres; there are %d.".formatted(choice.count(), found))));
        }
    }
}
