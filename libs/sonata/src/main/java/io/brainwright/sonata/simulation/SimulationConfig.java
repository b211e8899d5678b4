package io.brainwright.sonata.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a simulation was asked for, and where its results lie: {@code simulation_config.json}.
 *
 * @param circuitConfig file of the circuit
 * @param nodeSetsFile node sets that inputs and reports name
 * @param duration_ms biological time
 * @param dt_ms time step
 * @param seed of all random draws
 * @param spikeThreshold_mV whose upward crossing is a spike
 * @param temperature_degC of the tissue
 * @param v_init_mV voltage of every compartment at time 0
 * @param calcium_mM extracellular
 * @param magnesium_mM extracellular, of the NMDA receptors' block
 * @param outputDir folder of the results
 * @param spikesFile its file of spikes
 * @param inputs by name, as SONATA's modules
 * @param reports by name
 * @param metadata whatever SONATA has no word for
 */
public record SimulationConfig(
        String circuitConfig,
        String nodeSetsFile,
        double duration_ms,
        double dt_ms,
        long seed,
        double spikeThreshold_mV,
        double temperature_degC,
        double v_init_mV,
        double calcium_mM,
        double magnesium_mM,
        String outputDir,
        String spikesFile,
        SequencedMap<String, Map<String, Object>> inputs,
        List<Report> reports,
        SequencedMap<String, Object> metadata) {
    private static final double USUAL_MAGNESIUM_MM = 1; // the published synapse models' own
    private static final double VERSION = 2.4; // SONATA extension, documentation 0.0.52

    public SimulationConfig {
        reports = List.copyOf(reports);
    }

    /**
     * One report of voltages.
     *
     * @param name its name; the file is {@code <name>.h5}
     * @param sections {@code soma} or {@code all}
     * @param start_ms first frame
     * @param end_ms one dt after the last frame
     * @param dt_ms from one frame to the next
     */
    public record Report(String name, String sections, double start_ms, double end_ms, double dt_ms) {
        Map<String, Object> tree() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("cells", "All");
            tree.put("type", "compartment");
            tree.put("sections", sections);
            tree.put("compartments", sections.equals("soma") ? "center" : "all");
            tree.put("variable_name", "v");
            tree.put("unit", "mV");
            tree.put("dt", dt_ms);
            tree.put("start_time", start_ms);
            tree.put("end_time", end_ms);
            tree.put("file_name", name + ".h5");
            return tree;
        }
    }

    /** As a tree, ready for JSON. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("version", VERSION);
        tree.put("manifest", Map.of("$BASE_DIR", "."));
        tree.put("network", "$BASE_DIR/" + circuitConfig);
        tree.put("target_simulator", "NEURON");
        tree.put("node_sets_file", "$BASE_DIR/" + nodeSetsFile);
        tree.put("node_set", "All");
        tree.put("run", run());
        tree.put("output", output());
        tree.put("conditions", conditions());
        tree.put("inputs", inputs);
        var byName = new LinkedHashMap<String, Object>();
        reports.forEach(report -> byName.put(report.name(), report.tree()));
        tree.put("reports", byName);
        tree.put("metadata", metadata);
        return tree;
    }

    private Map<String, Object> run() {
        var run = new LinkedHashMap<String, Object>();
        run.put("tstop", duration_ms);
        run.put("dt", dt_ms);
        run.put("random_seed", seed);
        run.put("spike_threshold", spikeThreshold_mV);
        return run;
    }

    private Map<String, Object> output() {
        var output = new LinkedHashMap<String, Object>();
        output.put("output_dir", "$BASE_DIR/" + outputDir);
        output.put("spikes_file", spikesFile);
        output.put("spikes_sort_order", "by_time");
        return output;
    }

    private Map<String, Object> conditions() {
        var conditions = new LinkedHashMap<String, Object>();
        conditions.put("celsius", temperature_degC);
        conditions.put("v_init", v_init_mV);
        conditions.put("extracellular_calcium", calcium_mM);
        if (magnesium_mM != USUAL_MAGNESIUM_MM) {
            conditions.put("mechanisms", Map.of("ProbAMPANMDA_EMS", Map.of("mg", magnesium_mM)));
        }
        return conditions;
    }
}
