package io.brainwright.sim.sonata;

import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.hdf5.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The contacts that each edge of a population of BMTK's means. */
final class EdgeRows {
    private static final List<String> SECTION =
            List.of("sec_id", "afferent_section_id"); // the first that is there holds
    private static final List<String> PLACE = List.of("sec_x", "afferent_section_pos");
    private static final Set<String> WEIGHTS = Set.of("", "wmax", "default_weight_fnc", "set_syn_weight");

    private final EdgePopulation edges;
    private final Columns columns;
    private final SonataCells cells;
    private final SynapseModels models;
    private final SynapseDraws draws;
    private final Faults faults;

    EdgeRows(EdgePopulation edges, SonataCells cells, SynapseModels models, SynapseDraws draws, Faults faults) {
        this.edges = edges;
        this.columns = edges.edges();
        this.cells = cells;
        this.models = models;
        this.draws = draws;
        this.faults = faults;
    }

    /** Told what is wrong with an edge. */
    @FunctionalInterface
    interface Faults {
        void add(EdgePopulation edges, int row, String attribute, String fault);
    }

    /** A synapse of a cell. */
    record Contact(int cell, int node, SynapseType type, double weight_uS, double delay_ms) {}

    /** One contact where the edge has a place, else {@code nsyns} at places that are drawn; none where something is wrong. */
    List<Contact> contacts(int row) {
        int cell = cells.index(edges.target(), edges.targets()[row]);
        if (cell < 0) {
            faults.add(
                    edges,
                    row,
                    "target_node_id",
                    "is %d of '%s', which is not simulated".formatted(edges.targets()[row], edges.target()));
            return List.of();
        }
        var model = models.of(text("model_template", row), text("dynamics_params", row));
        if (model.type().isEmpty()) {
            faults.add(edges, row, model.attribute(), model.fault());
        }
        var function = text("weight_function", row);
        if (!WEIGHTS.contains(function)) {
            faults.add(
                    edges,
                    row,
                    "weight_function",
                    "is '%s'; wmax or none, the weight is syn_weight".formatted(function));
        }
        if (text("is_gap_junction", row).equalsIgnoreCase("true") || number("is_gap_junction", row) == 1) {
            faults.add(edges, row, "is_gap_junction", "is true; chemical synapses are simulated");
        }
        double weight_uS = needed("syn_weight", row);
        double delay_ms = needed("delay", row);
        var contacts = new ArrayList<Contact>();
        for (int node : nodes(cell, row)) {
            model.type().ifPresent(type -> contacts.add(new Contact(cell, node, type, weight_uS, delay_ms)));
        }
        return contacts;
    }

    private double needed(String name, int row) {
        double value = number(name, row);
        if (Double.isNaN(value)) {
            faults.add(edges, row, name, "is missing; a number belongs there");
        }
        return value;
    }

    private int[] nodes(int cell, int row) {
        double section = first(SECTION, row);
        if (Double.isNaN(section)) {
            return drawn(cell, row);
        }
        double place = first(PLACE, row);
        var shape = cells.get(cell).shape();
        boolean known = shape.sections().stream().anyMatch(s -> s.id() == section);
        if (!known || !(place >= 0 && place <= 1)) {
            faults.add(
                    edges,
                    row,
                    "sec_id, sec_x",
                    "are %s, %s; sections of cell %s run from 0 to %d, places from 0 to 1"
                            .formatted(
                                    section,
                                    place,
                                    cells.get(cell).name(),
                                    shape.sections().size() - 1));
            return new int[0];
        }
        return new int[] {shape.compartmentAt((int) section, place)};
    }

    private int[] drawn(int cell, int row) {
        double synapses = number("nsyns", row);
        if (Double.isNaN(synapses) || synapses < 0 || synapses != Math.rint(synapses)) {
            faults.add(
                    edges,
                    row,
                    "nsyns",
                    "is %s, and the edge has no sec_id; give a place, or the number of synapses".formatted(synapses));
            return new int[0];
        }
        var nodes = draws.nodes(
                cell, text("target_sections", row), text("distance_range", row), number("distance_range", row), (int)
                        synapses);
        if (nodes.length < synapses) {
            faults.add(
                    edges,
                    row,
                    "target_sections, distance_range",
                    "are '%s', '%s', where cell %s has no compartment; a list of soma, dend, apic, axon and a range in um"
                            .formatted(
                                    text("target_sections", row),
                                    text("distance_range", row),
                                    cells.get(cell).name()));
        }
        return nodes;
    }

    private double first(List<String> names, int row) {
        return names.stream()
                .filter(columns::has)
                .findFirst()
                .map(name -> number(name, row))
                .orElse(Double.NaN);
    }

    private String text(String name, int row) {
        return columns.has(name) && columns.array(name) instanceof String[] words ? words[row] : "";
    }

    /** NaN where the edge has no such number. */
    private double number(String name, int row) {
        boolean has = columns.has(name) && !(columns.array(name) instanceof String[]);
        return has ? Numbers.at(columns, name, row) : Double.NaN;
    }
}
