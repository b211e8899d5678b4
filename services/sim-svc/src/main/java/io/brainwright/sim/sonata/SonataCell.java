package io.brainwright.sim.sonata;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.mechanism.CellModel;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One simulated cell.
 *
 * @param population node population
 * @param node_id its id there
 * @param placed where it lies
 * @param morphology points and sections; empty where the compartments come from a file of their own numbering
 * @param shape compartments
 * @param model membrane and ions, before any manipulation
 * @param axonSections sections of the morphology that the stub stands for
 * @param threshold_nA threshold current; NaN where the circuit does not know it
 * @param holding_nA holding current; NaN where the circuit does not know it
 * @param inputResistance_Mohm input resistance; NaN where the circuit does not know it
 * @param excitatoryMinis_Hz spontaneous release of each excitatory synapse on it
 * @param inhibitoryMinis_Hz the same of each inhibitory synapse
 */
record SonataCell(
        String population,
        long node_id,
        PlacedCell placed,
        Optional<Morphology> morphology,
        Compartments shape,
        CellModel model,
        BitSet axonSections,
        double threshold_nA,
        double holding_nA,
        double inputResistance_Mohm,
        double excitatoryMinis_Hz,
        double inhibitoryMinis_Hz) {

    /** "population/7", for messages. */
    String name() {
        return population + "/" + node_id;
    }

    int soma() {
        return shape.compartmentAt(0, 0.5);
    }

    /** Middle of the second section of the initial segment, 45 um from the soma. */
    int initialSegment() {
        var axon = sections("axon");
        return shape.compartmentAt(axon.get(Math.min(1, axon.size() - 1)).id(), 0.5);
    }

    /** The compartment of a place in the morphology; on the axon, that of the stub's first section. */
    int node(int section, double pos) {
        int there = axonSections.get(section) ? sections("axon").get(0).id() : section;
        return shape.compartmentAt(there, pos);
    }

    /** Sections of a label of SONATA's reports, by rising id. */
    List<SectionNodes> sections(String label) {
        var groups = groups(label);
        return shape.sections().stream()
                .filter(s -> groups.isEmpty() || groups.contains(s.group()))
                .sorted(Comparator.comparingInt(SectionNodes::id))
                .toList();
    }

    private static Set<String> groups(String label) {
        return switch (label) {
            case "all" -> Set.of();
            case "dend" -> Set.of("basal");
            case "apic" -> Set.of("apical");
            default -> Set.of(label);
        };
    }
}
