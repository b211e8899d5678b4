package io.brainwright.connectome.model.comparison;

import java.util.List;

/**
 * The published wiring of one hexagonal subvolume (row 0, column 10) of the model of rat non-barrel somatosensory cortex: local
 * connections of 6719 neurons over all layers, counted in its adjacency matrix.
 *
 * @see <a href="https://doi.org/10.7554/eLife.99688">Reimann et al. 2024, eLife: Modeling and simulation of neocortical micro- and
 *     mesocircuitry, part I</a>
 */
public final class Nbs1Subvolume {
    /** Neurons. */
    public static final int CELLS = 6719;

    /** Connections over ordered pairs. */
    public static final double DENSITY = 0.018524580554111967;

    /** Share of the connections that are returned. */
    public static final double RECIPROCITY = 0.029979657173746392;

    /** Mean of out-degree and of in-degree. */
    public static final double DEGREE = 124.44813216252419;

    public static final double OUT_DEGREE_SD = 80.23744312950843;
    public static final double IN_DEGREE_SD = 69.91843064315391;

    /** Shared targets of connected pairs, over those of unconnected pairs. */
    public static final double COMMON_NEIGHBOUR_RATIO = 6.096473793546397 / 2.8977771388712914;

    private static final double[] PROBABILITY = {
        0.0895, 0.0683, 0.0457, 0.03, 0.021, 0.0165, 0.0142, 0.0126, 0.0116, 0.0115, 0.0118, 0.0122, 0.0123, 0.0115,
        0.0106, 0.0095, 0.0078, 0.006, 0.0049, 0.0043
    };
    private static final double[] OVER_ER = {1, 1, 2.67, 32.71, 2628.6, 1749249.76};

    private Nbs1Subvolume() {}

    /** How many bins of 50 um of the distance of somata are known. */
    public static int bins() {
        return PROBABILITY.length;
    }

    /** Connection probability of ordered pairs by bins of 50 um. */
    public static double probability(int bin) {
        return PROBABILITY[bin];
    }

    /** Highest dimension of simplices that is known. */
    public static int mostDimension() {
        return OVER_ER.length - 1;
    }

    /** Directed simplices over their expectation in an Erdős–Rényi graph of as many cells and connections. */
    public static double simplicesOverChance(int dimension) {
        return OVER_ER[dimension];
    }

    /**
     * Synapses per connection of one pathway.
     *
     * @param pathway as the factsheets call it
     * @param pre our m-types, beginning with one of these
     * @param post the same
     * @param mean synapses per connection
     * @param sd their spread over connections
     */
    public record Pathway(String pathway, List<String> pre, List<String> post, double mean, double sd) {
        public Pathway {
            pre = List.copyOf(pre);
            post = List.copyOf(post);
        }
    }

    private static final List<String> L23_PC = List.of("L2_TPC", "L2_IPC", "L3_TPC", "L23_PC");
    private static final List<String> L4_PC = List.of("L4_TPC", "L4_PC");
    private static final List<String> L4_SS = List.of("L4_SSC", "L4_SS");
    private static final List<String> TTPC1 = List.of("L5_TPC:A", "L5_TTPC1");
    private static final List<String> TTPC2 = List.of("L5_TPC:B", "L5_TTPC2");
    private static final List<String> STPC = List.of("L5_TPC:C", "L5_STPC");
    private static final List<String> L6_L1 = List.of("L6_TPC:A", "L6_TPC_L1");
    private static final List<String> L6_L4 = List.of("L6_TPC:C", "L6_TPC_L4");

    /**
     * Means and spreads of the reference model's factsheets, pairs closer than 100 um (Markram et al. 2015,
     * doi:10.1016/j.cell.2015.09.029; neocortical microcircuit portal). The m-types are those of 2015; ours of 2024 are set beside the
     * nearest.
     */
    public static List<Pathway> pathways() {
        return List.of(
                of("L23_PC:L23_PC", L23_PC, L23_PC, 2.8, 1.2),
                of("L4_SS:L4_SS", L4_SS, L4_SS, 2.9, 1.1),
                of("L4_PC:L4_PC", L4_PC, L4_PC, 3.3, 1.4),
                of("L4_SS:L23_PC", L4_SS, L23_PC, 4.8, 1.6),
                of("L5_TTPC1:L5_TTPC1", TTPC1, TTPC1, 6.2, 2.6),
                of("L5_TTPC2:L5_TTPC2", TTPC2, TTPC2, 6.0, 2.4),
                of("L5_STPC:L5_STPC", STPC, STPC, 4.2, 1.7),
                of("L5_TTPC1:L5_MC", TTPC1, List.of("L5_MC"), 9.2, 3.1),
                of("L5_MC:L5_TTPC1", List.of("L5_MC"), TTPC1, 14, 5.6),
                of("L5_LBC:L5_TTPC1", List.of("L5_LBC"), TTPC1, 22, 10),
                of("L5_TTPC1:L5_LBC", TTPC1, List.of("L5_LBC"), 8.2, 3.6),
                of("L23_LBC:L23_PC", List.of("L23_LBC"), L23_PC, 17, 6.5),
                of("L23_NBC:L23_PC", List.of("L23_NBC"), L23_PC, 17, 5.2),
                of("L23_PC:L23_LBC", L23_PC, List.of("L23_LBC"), 8.1, 3.1),
                of("L23_MC:L23_PC", List.of("L23_MC"), L23_PC, 12, 3.9),
                of("L23_PC:L23_MC", L23_PC, List.of("L23_MC"), 7.8, 2.6),
                of("L4_LBC:L4_SS", List.of("L4_LBC"), L4_SS, 16, 5.7),
                of("L4_SS:L4_LBC", L4_SS, List.of("L4_LBC"), 8, 3),
                of("L4_SBC:L4_PC", List.of("L4_SBC"), L4_PC, 23, 9.1),
                of("L23_ChC:L23_PC", List.of("L23_CHC", "L23_ChC"), L23_PC, 1.5, 0.82),
                of("L23_BTC:L23_PC", List.of("L23_BTC"), L23_PC, 16, 5.2),
                of("L23_DBC:L23_PC", List.of("L23_DBC"), L23_PC, 13, 4.5),
                of("L23_NGC:L23_PC", List.of("L23_NGC"), L23_PC, 15, 5.3),
                of("L1_HAC:L23_PC", List.of("L1_HAC"), L23_PC, 11, 3.1),
                of("L1_NGC-DA:L23_PC", List.of("L1_NGC-DA"), L23_PC, 15, 5.9),
                of("L6_TPC_L1:L6_TPC_L1", L6_L1, L6_L1, 4.6, 2.2),
                of("L6_TPC_L4:L6_TPC_L4", L6_L4, L6_L4, 4.5, 2.1),
                of("L6_IPC:L6_IPC", List.of("L6_IPC"), List.of("L6_IPC"), 2.8, 1.2),
                of("L6_LBC:L6_TPC_L1", List.of("L6_LBC"), L6_L1, 14, 5.3),
                of("L23_PC:L5_TTPC1", L23_PC, TTPC1, 3.8, 1.6),
                of("L4_SS:L5_TTPC1", L4_SS, TTPC1, 4.2, 1.6));
    }

    private static Pathway of(String pathway, List<String> pre, List<String> post, double mean, double sd) {
        return new Pathway(pathway, pre, post, mean, sd);
    }
}
