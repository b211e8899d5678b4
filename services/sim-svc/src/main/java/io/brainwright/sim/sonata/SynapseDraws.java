package io.brainwright.sim.sonata;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Places of synapses that a circuit leaves open, as BMTK draws them: for each target cell a generator of its own, seeded with the
 * cell's number (all nodes of all populations counted through), and for each synapse one compartment of the target sections, with a
 * chance in proportion to its length within the range of distances from the 0-end of the soma.
 *
 * <p>Edges of a cell are taken in the order of the file: those from simulated cells first, then those of each input of spikes. The
 * same circuit has the same places there and here.
 */
final class SynapseDraws {
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Map<String, String> GROUPS = Map.of(
            "soma", "soma", "somatic", "soma", "axon", "axon", "axonal", "axon", "dend", "basal", "basal", "basal",
            "apic", "apical", "apical", "apical");

    private final SonataCells cells;
    private final Map<String, Long> firstOf;
    private final Map<Integer, MersenneTwister> generators = new HashMap<>();
    private final Map<Chosen, Candidates> known = new HashMap<>();
    private long drawn;

    /** @param firstOf number of the first node of each population */
    SynapseDraws(SonataCells cells, Map<String, Long> firstOf) {
        this.cells = cells;
        this.firstOf = Map.copyOf(firstOf);
    }

    private record Chosen(Object shape, String sections, double from_um, double to_um) {}

    /** Compartments and their cumulative chance. */
    private record Candidates(List<Integer> nodes, List<Double> chances) {}

    /**
     * The compartments of so many synapses; none where no compartment is meant.
     *
     * @param sections a list such as {@code ['dend', 'apic']}
     * @param range a list such as {@code [0.0, 150.0]}
     * @param limit_um the end of the range where it is written as one number; else NaN
     */
    int[] nodes(int cell, String sections, String range, double limit_um, int count) {
        var numbers = NUMBER.matcher(range)
                .results()
                .map(m -> Double.parseDouble(m.group()))
                .toList();
        double from_um = numbers.size() > 1 ? numbers.get(0) : 0;
        double to_um = numbers.isEmpty() ? limit_um : numbers.getLast();
        var chosen = new Chosen(cells.get(cell).shape(), sections, from_um, to_um);
        var candidates = known.computeIfAbsent(chosen, c -> candidates(cells.get(cell), c));
        if (candidates.nodes.isEmpty()) {
            return new int[0];
        }
        var generator = generators.computeIfAbsent(cell, this::generator);
        int[] nodes = new int[count];
        for (int i = 0; i < count; i++) {
            double u = generator.nextDouble();
            int at = 0;
            while (candidates.chances.get(at) <= u) {
                at++;
            }
            nodes[i] = candidates.nodes.get(at);
        }
        drawn += count;
        return nodes;
    }

    private MersenneTwister generator(int index) {
        var cell = cells.get(index);
        return new MersenneTwister((int) (firstOf.getOrDefault(cell.population(), 0L) + cell.node_id()));
    }

    private static Candidates candidates(SonataCell cell, Chosen chosen) {
        var groups = new TreeSet<String>();
        WORD.matcher(chosen.sections).results().forEach(m -> groups.add(GROUPS.getOrDefault(m.group(), "")));
        var shape = cell.shape();
        double soma_um = shape.sections().getFirst().length_um();
        var nodes = new java.util.ArrayList<Integer>();
        var lengths = new java.util.ArrayList<Double>();
        var sections = shape.sections().stream()
                .filter(s -> groups.contains(s.group()))
                .sorted(Comparator.comparingInt(s -> s.id()))
                .toList();
        for (var section : sections) {
            double length_um = section.length_um() / section.count();
            for (int node = section.first(); node < section.first() + section.count(); node++) {
                double middle_um =
                        section.parent() < 0 ? shape.x(node) * soma_um : shape.pathDistance_um(node) + soma_um / 2;
                double within_um = Math.min(middle_um + length_um / 2, chosen.to_um)
                        - Math.max(middle_um - length_um / 2, chosen.from_um);
                if (within_um > 0) {
                    nodes.add(node);
                    lengths.add(within_um);
                }
            }
        }
        return new Candidates(
                nodes, cumulative(lengths.stream().mapToDouble(l -> l).toArray()));
    }

    private static List<Double> cumulative(double[] lengths) {
        double total = Arrays.stream(lengths).sum();
        double[] sums = new double[lengths.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += lengths[i] / total;
            sums[i] = sum;
        }
        return Arrays.stream(sums).mapToObj(s -> s / sums[sums.length - 1]).toList();
    }

    /** What was drawn, for people; nothing where nothing was. */
    String said() {
        return drawn == 0 ? "" : "; %d places are drawn by the number of the cell, as BMTK draws them".formatted(drawn);
    }
}
