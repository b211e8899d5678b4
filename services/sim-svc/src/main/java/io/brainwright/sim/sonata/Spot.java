package io.brainwright.sim.sonata;

import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import java.util.ArrayList;
import java.util.List;

/**
 * A reported compartment.
 *
 * @param place of its cell in the report
 * @param node of the cell
 * @param section its section
 */
record Spot(int place, int node, int section) {
    /** Compartments of cells, cell after cell, by section and along it. */
    static List<Spot> of(SonataCells cells, int[] chosen, String sections, boolean every) {
        var spots = new ArrayList<Spot>();
        for (int place = 0; place < chosen.length; place++) {
            for (var section : cells.get(chosen[place]).sections(sections)) {
                for (int node : nodes(section, every)) {
                    spots.add(new Spot(place, node, section.id()));
                }
            }
        }
        return spots;
    }

    private static List<Integer> nodes(SectionNodes section, boolean every) {
        if (!every) {
            return List.of(section.first() + section.count() / 2);
        }
        var nodes = new ArrayList<Integer>();
        for (int i = 0; i < section.count(); i++) {
            nodes.add(section.first() + i);
        }
        return nodes;
    }
}
