package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * The records of a case: which states are sampled at every step, and how each record follows from them.
 *
 * <p>A current at t is that of the step that ends at t, so it is computed from voltage and gates one step earlier.
 */
final class CaseRecords {
    private static final double NERNST_mV_per_K = 1000 * 8.31446261815324 / (2 * 96485.3321233);

    private final CaseNetwork network;
    private final Map<String, IntToDoubleFunction> records = new LinkedHashMap<>();
    private final Map<String, Integer> sampled = new HashMap<>();
    private final Map<Integer, double[][]> samples = new HashMap<>();
    final CaseCurrents currents;
    private final CaseField field;
    final Map<String, String> notSupported = new LinkedHashMap<>();

    CaseRecords(CaseNetwork network, JsonNode root) {
        this.network = network;
        currents = new CaseCurrents(network, samples);
        for (var e : root.path("expect")) {
            if (e.path("type").asString().equals("current_balance")) {
                currents.sampleAll();
            }
        }
        field = new CaseField(root.path("field"), network, currents);
        for (var record : root.path("records")) {
            var id = record.path("id").asString();
            try {
                this.records.put(id, value(record));
            } catch (NotSupported e) {
                notSupported.put(id, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Keeps one sampled value. */
    void keep(int recording, int frame, double[] values) {
        samples.computeIfAbsent(recording, _ -> new double[network.run.steps() + 1][])[frame] = values.clone();
    }

    /** A record's value at every step, from time 0; null is never returned for a record that is supported. */
    double[] trace(String id) {
        var record = records.get(id);
        if (record == null) {
            throw new NotSupported("record '%s' (%s)".formatted(id, notSupported.getOrDefault(id, "not in the file")));
        }
        var values = new double[network.run.steps() + 1];
        for (int k = 0; k < values.length; k++) {
            values[k] = record.applyAsDouble(k);
        }
        return values;
    }

    private IntToDoubleFunction value(JsonNode record) {
        var at = record.path("at");
        var variable = record.path("variable").asString();
        return switch (variable) {
            case "v_mV" -> sample(at, Variable.VOLTAGE);
            case "cai_mM" -> calcium(at);
            case "eca_mV" -> {
                var cai = calcium(at);
                var cell = cell(at);
                yield k -> eca_mV(cell, cai.applyAsDouble(Math.max(0, k - 1)));
            }
            case "state" -> {
                if (record.has("synapse")) {
                    var state = record.path("state").asString();
                    yield sample(at, new Variable.PointState(synapse(record), state));
                }
                var mechanism =
                        network.mechanisms.named(record.path("mechanism").asString());
                yield sample(
                        at, new Variable.State(mechanism, record.path("state").asString()));
            }
            case "ina_mA_cm2" -> current(at, "na", null);
            case "ik_mA_cm2" -> current(at, "k", null);
            case "ica_mA_cm2" -> current(at, "ca", null);
            case "i_mA_cm2" ->
                current(
                        at,
                        "",
                        network.mechanisms.named(record.path("mechanism").asString()));
            case "i_membrane_nA" -> currents.at(at.path("cell").asInt(), network.node(at));
            case "phi_mV" -> field.potential(record.path("electrode").asInt());
            case "g_uS", "g_AMPA_uS", "g_NMDA_uS" -> conductance(record, variable);
            default -> throw new NotSupported("variable " + variable);
        };
    }

    private int synapse(JsonNode record) {
        var synapse = network.synapseOf.get(record.path("synapse").asString());
        if (synapse == null) {
            throw new NotSupported("synapse '%s', which is not there"
                    .formatted(record.path("synapse").asString()));
        }
        return synapse;
    }

    private Network.Cell cell(JsonNode at) {
        return network.cells.get(at.path("cell").asInt());
    }

    private IntToDoubleFunction sample(JsonNode at, Variable variable) {
        int cell = at.path("cell").asInt();
        int node = network.node(at);
        int recording = sampled.computeIfAbsent(
                variable + " " + cell + " " + node,
                _ -> network.builder.record(variable, new int[] {cell}, new int[] {node}, network.run.dt_ms()));
        return k -> {
            var column = samples.get(recording);
            if (column == null) {
                throw new IllegalStateException("nothing was sampled for " + variable);
            }
            return column[k][0];
        };
    }

    /** What the step that ends at t used: exponentials before their decay over it, voltage at its start. */
    private IntToDoubleFunction conductance(JsonNode record, String variable) {
        int synapse = synapse(record);
        return SynapseConductance.of(
                network.synapseTypes.get(synapse),
                variable,
                network.run.dt_ms(),
                k -> sample(record.path("at"), new Variable.Exponential(synapse, k)),
                () -> sample(record.path("at"), Variable.VOLTAGE));
    }

    private IntToDoubleFunction calcium(JsonNode at) {
        var cell = cell(at);
        var membrane = cell.model().membrane(cell.shape().group(network.node(at)));
        boolean pool = membrane.mechanisms().keySet().stream()
                .anyMatch(m -> m == Mechanism.CaDyn || kinetics(m).writesCalcium());
        if (pool) {
            return sample(at, new Variable.Calcium());
        }
        return _ -> cell.model().ions().cai_mM();
    }

    private Kinetics kinetics(Mechanism mechanism) {
        return Kinetics.of(mechanism, network.run.celsius_degC(), network.run.dt_ms());
    }

    private double eca_mV(Network.Cell cell, double cai_mM) {
        double kelvin = 273.15 + network.run.celsius_degC();
        return NERNST_mV_per_K * kelvin * StrictMath.log(cell.model().ions().cao_mM() / cai_mM);
    }

    /** Density of all currents of an ion, or of one mechanism's nonspecific current. */
    private IntToDoubleFunction current(JsonNode at, String ion, @org.jspecify.annotations.Nullable Mechanism only) {
        var cell = cell(at);
        int node = network.node(at);
        var membrane = cell.model().membrane(cell.shape().group(node));
        var v = sample(at, Variable.VOLTAGE);
        var cai = calcium(at);
        var parts = new LinkedHashMap<Kinetics, Map<String, IntToDoubleFunction>>();
        membrane.mechanisms().forEach((mechanism, parameters) -> {
            var kinetics = kinetics(mechanism);
            boolean wanted = only == null || only == mechanism;
            if (!wanted || kinetics.currents().stream().noneMatch(c -> c.ion().equals(ion))) {
                return;
            }
            var names = new HashMap<String, IntToDoubleFunction>();
            for (var p : mechanism.parameters()) {
                var set = parameters.get(p.name());
                double fixed = set == null ? p.value() : set.at(cell.shape().pathDistance_um(node));
                names.put(p.name(), _ -> fixed);
            }
            mechanism.states().forEach(s -> names.put(s, sample(at, new Variable.State(mechanism, s))));
            kinetics.start().stream()
                    .filter(s -> !s.name().equals("cai"))
                    .forEach(s -> names.computeIfAbsent(s.name(), n -> sample(at, new Variable.State(mechanism, n))));
            names.put("area", _ -> cell.shape().area_um2(node));
            names.put("diam", _ -> cell.shape().diameter_um(node));
            parts.put(kinetics, names);
        });
        return k -> {
            int used = Math.max(0, k - 1);
            double sum = 0;
            for (var part : parts.entrySet()) {
                var here = new HashMap<String, Double>();
                part.getValue().forEach((name, f) -> here.put(name, f.applyAsDouble(used)));
                here.put("v", v.applyAsDouble(used));
                here.put("ena", cell.model().ions().ena_mV());
                here.put("ek", cell.model().ions().ek_mV());
                here.put("cai", cai.applyAsDouble(used));
                here.put("cao", cell.model().ions().cao_mM());
                here.put("eca", eca_mV(cell, cai.applyAsDouble(used)));
                for (var c : part.getKey().currents()) {
                    if (c.ion().equals(ion)) {
                        sum += c.i().value(here);
                    }
                }
            }
            return sum;
        };
    }
}
