package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.circuit.Contacts.Number;
import io.brainwright.sim.model.plasticity.PlasticContact;

/** A row of contacts as one that can change. */
final class PlasticRow {
    private PlasticRow() {}

    /**
     * The contact in the state that its pair and its number in the pair draw: potentiated with chance U.
     *
     * @param which number of the contact among those of its pair, from 1
     * @param cell place of the target in the network
     * @param node where on it
     * @param shape of the target
     */
    static PlasticContact contact(Contacts c, int i, int which, int cell, int node, Compartments shape, long seed) {
        double U = c.get(Number.U_SYN, i);
        var draws = Draws.of(seed, "sim.plasticity.%d.%d".formatted(c.source(i), which), c.target(i));
        return new PlasticContact(
                c.source(i),
                c.target(i),
                cell,
                node,
                c.section(i),
                c.get(Number.AFFERENT_SECTION_POS, i),
                shape.group(node).equals("apical"),
                U,
                c.get(Number.U_HILL_COEFFICIENT, i),
                c.get(Number.DEPRESSION_TIME, i),
                c.get(Number.FACILITATION_TIME, i),
                Vesicles.sites(c, i),
                c.get(Number.CONDUCTANCE, i),
                c.get(Number.CONDUCTANCE_SCALE_FACTOR, i),
                c.get(Number.DECAY_TIME, i),
                draws.nextDouble() < U);
    }
}
