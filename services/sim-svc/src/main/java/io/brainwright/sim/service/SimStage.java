package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Provenance;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.sim.model.circuit.Circuit;
import io.brainwright.sim.model.circuit.CircuitBuilder;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.circuit.SynapseWiring;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.plasticity.PlasticityRule;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.model.solver.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Simulates cells, morphologies and synapses that other stages made; one run is one chunk. */
public final class SimStage implements Stage<SimRequest> {
    private final int threads;
    private final @Nullable KeptRuns kept;
    private final @Nullable Replicas replicas;

    /** @param threads threads of a run; they change nothing but the time */
    public SimStage(int threads) {
        this(threads, null, null);
    }

    /**
     * @param kept where runs that are not finished keep their checkpoints; null: a run that is asked again begins anew
     * @param replicas who may step parts of a run; null: nobody
     */
    public SimStage(int threads, @Nullable KeptRuns kept, @Nullable Replicas replicas) {
        assert threads > 0 : "threads=" + threads;
        this.threads = threads;
        this.kept = kept;
        this.replicas = replicas;
    }

    @Override
    public String name() {
        return "sim";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public SimRequest emptyRequest() {
        return SimRequest.getDefaultInstance();
    }

    @Override
    public SimRequest complete(SimRequest request) {
        return SimRequestCheck.complete(request);
    }

    /** The request as it names the dataset: both back ends give the same bits, so the back end is no part of it. */
    @Override
    public SimRequest identity(SimRequest complete) {
        return complete.toBuilder().clearBackend().build();
    }

    @Override
    public List<DatasetId> inputs(SimRequest request) {
        var inputs = new ArrayList<DatasetId>();
        inputs.add(new DatasetId(request.getCells().getId()));
        inputs.add(new DatasetId(request.getMorphologies().getId()));
        if (request.hasSynapses()) {
            inputs.add(new DatasetId(request.getSynapses().getId()));
        }
        if (request.hasThalamic()) {
            inputs.add(new DatasetId(request.getThalamic().getId()));
        }
        if (request.hasGapJunctions()) {
            inputs.add(new DatasetId(request.getGapJunctions().getId()));
        }
        if (request.hasThresholds()) {
            inputs.add(new DatasetId(request.getThresholds().getId()));
        }
        return inputs;
    }

    @Override
    public List<TableSchema> tables(SimRequest request) {
        var tables = new ArrayList<>(List.of(
                SimTables.SPIKES,
                SimTables.SOMA_REPORT,
                SimTables.COMPARTMENT_REPORT,
                SimTables.COMPARTMENTS,
                SimTables.STIMULATED));
        if (request.hasThalamic()) {
            tables.add(SimTables.FIBRE_SPIKES);
        }
        if (request.hasDepthProbe()) {
            tables.add(SimTables.LFP);
            tables.add(SimTables.LFP_CONTACTS);
        }
        if (SimRequests.plastic(request)) {
            tables.add(SimTables.PLASTICITY);
        }
        return List.copyOf(tables);
    }

    @Override
    public String unit() {
        return "ms of model time";
    }

    @Override
    public String verb() {
        return "simulated";
    }

    @Override
    public List<ChunkSpec> chunks(SimRequest request, Datasets inputs) {
        long amount = (long) Math.ceil(request.getDurationMs());
        return List.of(new ChunkSpec(0, "%s ms".formatted(request.getDurationMs()), 0, amount, amount));
    }

    @Override
    public void make(SimRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var cells = CellRows.cells(inputs, new DatasetId(request.getCells().getId()));
        var fibres = fibres(request, inputs);
        var drives = SimRequests.drives(request, cells, fibres, thresholds_nA(request, inputs));
        var circuit = circuit(request, cells, fibres, drives, inputs, threads, said -> out.progress(0, said));
        CircuitRows.compartments(circuit, out);
        CircuitRows.stimulated(drives, cells, out);
        if (fibres != null) {
            FibreInput.spikes(drives, out);
        }
        circuit.field().ifPresent(f -> CircuitRows.contacts(f.electrodes(), out));
        var writer = new RunWriter(circuit, out);
        run(request, circuit, writer);
        out.progress(chunk.amount(), writer.summary());
    }

    private void run(SimRequest request, Circuit circuit, RunWriter writer) {
        var network = circuit.network();
        double expected_s = RunEstimate.seconds(network, threads);
        // every replica would have to find the thresholds of all contacts again
        var team = replicas == null || circuit.plastic().isPresent()
                ? Team.NOBODY
                : replicas.team(request, network, expected_s);
        try (var held = held(request, expected_s)) {
            Simulation.run(network, Backend.named(request.getBackend()), threads, writer, held.checkpoints(), team);
            writer.finish();
            held.finished();
        }
    }

    private KeptRuns.Held held(SimRequest request, double expected_s) {
        return kept == null
                ? KeptRuns.Held.NOTHING
                : kept.take(Provenance.id(name(), version(), identity(request), inputs(request)), expected_s);
    }

    /** The circuit of a complete request, as whoever runs a part of it builds it. */
    static Circuit circuit(SimRequest request, Datasets inputs) {
        var cells = CellRows.cells(inputs, new DatasetId(request.getCells().getId()));
        var fibres = fibres(request, inputs);
        var drives = SimRequests.drives(request, cells, fibres, thresholds_nA(request, inputs));
        return circuit(request, cells, fibres, drives, inputs, 1, _ -> {});
    }

    /** In the order of the cells; none where the request needs none. */
    private static float[] thresholds_nA(SimRequest request, Datasets inputs) {
        return request.hasThresholds()
                ? ThresholdRows.currents_nA(
                        inputs, new DatasetId(request.getThresholds().getId()), request)
                : new float[0];
    }

    private static @Nullable FibreInput fibres(SimRequest request, Datasets inputs) {
        return request.hasThalamic()
                ? FibreInput.read(inputs, new DatasetId(request.getThalamic().getId()))
                : null;
    }

    private static Circuit circuit(
            SimRequest request,
            List<PlacedCell> cells,
            @Nullable FibreInput fibres,
            List<Driven> drives,
            Datasets inputs,
            int threads,
            Consumer<String> say) {
        var recipe = RecipeFile.open(ElectricalModels.RECIPE).with(OwnNumbers.of(request.getOwnValues()));
        var builder = new CircuitBuilder(
                SimRequests.protocol(request, recipe),
                ElectricalModels.of(recipe),
                recipe.number("fixed.v_init_mV"),
                cells);
        if (SimRequests.plastic(request)) {
            builder.plastic(PlasticityRule.of(recipe), threads, say);
        }
        if (request.hasDepthProbe()) {
            builder.field(SimRequests.field(
                    request.getDepthProbe(),
                    cells,
                    CellRows.depths_um(inputs, new DatasetId(request.getCells().getId()))));
        }
        var morphologies = new DatasetId(request.getMorphologies().getId());
        for (var part : inputs.manifest(morphologies).chunks()) {
            var rows = inputs.read(morphologies, MorphologyTable.NAME, part.index());
            for (int i = 0; i < rows.rowCount(); i++) {
                builder.shape(rows.longs("node_id")[i], MorphologyTable.morphology(rows, i));
            }
            say.accept("cells up to %s".formatted(part.label()));
        }
        var wiring = builder.wire();
        if (request.hasSynapses()) {
            connect(wiring, new DatasetId(request.getSynapses().getId()), inputs);
        }
        if (fibres != null) {
            fibres.contacts().forEach(part -> wiring.addFibres(part, drives));
        }
        if (request.hasGapJunctions()) {
            couple(wiring, new DatasetId(request.getGapJunctions().getId()), inputs);
        }
        return wiring.build(drives);
    }

    private static void connect(SynapseWiring wiring, DatasetId synapses, Datasets inputs) {
        for (var part : inputs.manifest(synapses).chunks()) {
            wiring.add(CellRows.contacts(inputs.read(synapses, "synapses", part.index())));
        }
    }

    private static void couple(SynapseWiring wiring, DatasetId gaps, Datasets inputs) {
        for (var part : inputs.manifest(gaps).chunks()) {
            wiring.couple(CellRows.junctions(inputs.read(gaps, "gap_junctions", part.index())));
        }
    }
}
