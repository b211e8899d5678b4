package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.SynapseBath;
import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.config.SimulationFile;
import io.brainwright.sonata.hdf5.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the edges of one population say of their synapses, as the conditions and the overrides of a simulation change it. */
final class EdgeNumbers {
    /** syn_type_id from which a synapse is excitatory, in SONATA's practice. */
    private static final int FIRST_EXCITATORY = 100;

    private static final String SITES = "n_rrp_vesicles";

    private static final List<String> NEEDED = List.of(
            "afferent_section_id",
            "afferent_section_pos",
            "conductance",
            "decay_time",
            "depression_time",
            "facilitation_time",
            "u_syn",
            "delay",
            "syn_type_id");

    private final SimulationFile simulation;
    private final String population;
    private final Columns columns;

    /** @throws Problem INVALID where the edges lack an attribute that every synapse needs */
    EdgeNumbers(SimulationFile simulation, EdgePopulation edges) {
        this.simulation = simulation;
        population = edges.name();
        columns = edges.edges();
        var needed = new ArrayList<>(NEEDED);
        if (simulation.conditions().calcium_mM().isPresent()) {
            needed.add("u_hill_coefficient");
        }
        need(needed);
    }

    private void need(List<String> needed) {
        var missing = needed.stream().filter(name -> !columns.has(name)).toList();
        if (!missing.isEmpty() && columns.rows() > 0) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_EDGES_INCOMPLETE",
                    "Edges '%s' have no %s.".formatted(population, missing),
                    "Chemical edges need %s.".formatted(needed),
                    Map.of("population", population, "missing", missing.toString()));
        }
    }

    boolean excitatory(int row) {
        return Numbers.at(columns, "syn_type_id", row) >= FIRST_EXCITATORY;
    }

    /** Numbers of the edge, then those of the conditions, then those of the override. */
    SynapseNumbers of(int row, EdgeChange change) {
        boolean excitatory = excitatory(row);
        var numbers = new SynapseNumbers(excitatory)
                .set(excitatory ? "tau_d_AMPA" : "tau_d_GABAA", Numbers.at(columns, "decay_time", row))
                .set("Dep", Numbers.at(columns, "depression_time", row))
                .set("Fac", Numbers.at(columns, "facilitation_time", row))
                .set("Use", utilisation(row));
        double ratio = excitatory ? SynapseNumbers.NMDA_RATIO : 0;
        numbers.set(
                excitatory ? "NMDA_ratio" : "GABAB_ratio", Numbers.at(columns, "conductance_scale_factor", row, ratio));
        simulation
                .conditions()
                .mechanisms()
                .getOrDefault(numbers.model(), new LinkedHashMap<>())
                .forEach((name, value) -> {
                    if (SynapseNumbers.knows(excitatory, name)) {
                        numbers.set(name, value);
                    }
                });
        change.configure().forEach(a -> numbers.change(change.pointer(), a));
        return numbers;
    }

    /** Whether a synapse is asked to release vesicles at random: by its override's model, else by a seed for it or a number that only vesicles have. */
    boolean atRandom(SynapseNumbers numbers, EdgeChange change) {
        if (change.model().isEmpty()) {
            return simulation.run().synapseSeed().isPresent() || numbers.countsVesicles();
        }
        var model = change.model().get();
        var itsOwn = List.of(numbers.model(), numbers.excitatory() ? "DetAMPANMDA" : "DetGABAAB");
        if (!itsOwn.contains(model)) {
            throw Fault.at(
                    "/connection_overrides",
                    "ask for %s on %s synapses of '%s', which can be %s; give each class an override of its own"
                            .formatted(model, numbers.excitatory() ? "excitatory" : "inhibitory", population, itsOwn));
        }
        return model.equals(numbers.model());
    }

    /** @throws Problem INVALID where an edge has no vesicle that it could release */
    int sites(int row) {
        need(List.of(SITES));
        double sites = Numbers.at(columns, SITES, row);
        if (!(sites >= 1)) {
            throw new Problem(
                    Kind.INVALID,
                    "SYNAPSE_WITHOUT_VESICLES",
                    "Edge %d of '%s' has %s %s.".formatted(row, population, SITES, sites),
                    "Release at random needs at least 1; leave out run.synapse_seed, or override these synapses with the model %s."
                            .formatted(excitatory(row) ? "DetAMPANMDA" : "DetGABAAB"),
                    Map.of("population", population, "edge", String.valueOf(row), SITES, String.valueOf(sites)));
        }
        return (int) Math.rint(sites);
    }

    private double utilisation(int row) {
        double u = Numbers.at(columns, "u_syn", row);
        var calcium = simulation.conditions().calcium_mM();
        return calcium.isEmpty()
                ? u
                : new SynapseBath(calcium.getAsDouble(), 1, Set.of())
                        .utilisation(u, Numbers.at(columns, "u_hill_coefficient", row));
    }
}
