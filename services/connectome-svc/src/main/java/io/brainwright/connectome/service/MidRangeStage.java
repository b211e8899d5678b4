package io.brainwright.connectome.service;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.apposition.Site;
import io.brainwright.connectome.model.midrange.Projection;
import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.Synapse;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.proto.connectome.v1.MidRangeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Adds synapses between regions to others: the tables of {@link ConnectomeStage} with both, and {@code mid_range}, what was wanted of each
 * projection. A chunk is a range of 64 target ids.
 */
public final class MidRangeStage implements Stage<MidRangeRequest> {
    private final ConnectomeRecipe recipe = ConnectomeRecipe.ratNonBarrelCortex();
    private final MidRangePilot pilot = new MidRangePilot();
    private final Circuits circuits = new Circuits();
    private final LastAnswer<Parent, LocalSynapses> locals = new LastAnswer<>();
    private final int targetsPerChunk;

    private record Parent(Datasets inputs, DatasetId synapses) {}

    public MidRangeStage() {
        this(64);
    }

    /** For tests: the chunk size changes no row. */
    MidRangeStage(int targetsPerChunk) {
        this.targetsPerChunk = targetsPerChunk;
    }

    @Override
    public String name() {
        return "connectome-midrange";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public MidRangeRequest emptyRequest() {
        return MidRangeRequest.getDefaultInstance();
    }

    @Override
    public MidRangeRequest complete(MidRangeRequest request) {
        return MidRangeRequests.complete(request);
    }

    @Override
    public List<DatasetId> inputs(MidRangeRequest request) {
        return List.of(
                ConnectomeRequests.id(request.getSynapses()),
                ConnectomeRequests.id(request.getCells()),
                ConnectomeRequests.id(request.getMorphologies()));
    }

    @Override
    public List<TableSchema> tables(MidRangeRequest request) {
        return List.of(
                MidRangeTables.SYNAPSES,
                MidRangeTables.CONNECTIONS,
                ConnectomeTables.PATHWAYS,
                MidRangeTables.MID_RANGE);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "reached";
    }

    @Override
    public List<ChunkSpec> chunks(MidRangeRequest request, Datasets inputs) {
        return TargetChunks.of(circuit(request, inputs).nodeIds(), targetsPerChunk);
    }

    @Override
    public void make(MidRangeRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        out.progress(0, "mapping regions");
        var circuit = circuit(request, inputs);
        var measured = pilot.measured(request, inputs, circuit);
        var parent = new Parent(inputs, ConnectomeRequests.id(request.getSynapses()));
        var synapses = locals.to(parent, () -> new LocalSynapses(inputs, parent.synapses()));
        var local = synapses.range(chunk.first(), chunk.end());
        var made = new ArrayList<Synapse>();
        var targets = circuit.range(chunk.first(), chunk.end());
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            for (var one : measured.projections()) {
                if (one.projection().target().equals(measured.regionOf().get(target.nodeId()))) {
                    draw(one, target, measured, local.partners(target.nodeId()), request.getSeed(), made);
                }
            }
            out.progress(i + 1L, "%d mid-range synapses".formatted(made.size()));
        }
        out.write(MidRangeRows.synapses(local, made));
        out.write(MidRangeRows.connections(local, made));
        if (chunk.index() == 0) {
            synapses.pathways().forEach(out::write);
            out.write(MidRangeRows.projections(measured.projections()));
        }
    }

    /** Synapses of one projection on one cell, in the order of its dendrite; pairs that touch locally are left to overlap. */
    private void draw(
            MidRangePilot.Ready ready,
            PlacedCell target,
            MidRangePilot.Measured measured,
            Set<Long> touching,
            long seed,
            List<Synapse> made) {
        var tissue = measured.tissue();
        var dendrites = ThalamicPilot.dendrites(target);
        var draws = Draws.of(seed, "mid_range." + ready.projection().name(), target.nodeId());
        double[] at = new double[3];
        double[] uv = new double[2];
        for (int i = 0; i < dendrites.size(); i++) {
            dendrites.at(i, 0.5, at);
            int layer = tissue.sheet().layerAt(tissue.depth_um(at));
            tissue.flatten(at, uv);
            double mean = layer == 0
                            || dendrites.length_um(i) == 0
                            || !ready.sources().reaches(uv[0], uv[1])
                    ? 0
                    : ready.density().perUm(layer) * dendrites.length_um(i);
            long n = mean == 0 ? 0 : draws.poisson(mean);
            for (long k = 0; k < n; k++) {
                var site = Site.on(dendrites, i, draws.nextDouble());
                long source = ready.sources().pick(uv[0], uv[1], draws);
                if (!touching.contains(source)) {
                    made.add(synapse(source, target, site, measured, seed));
                }
            }
        }
    }

    private Synapse synapse(long source, PlacedCell target, Site site, MidRangePilot.Measured measured, long seed) {
        var soma = Objects.requireNonNull(measured.somata().get(source));
        var physiology = recipe.physiology()
                .draw(
                        soma.type(),
                        target.type(),
                        Draws.of(seed, "mid_range.physiology", source << 32 | target.nodeId()));
        double[] from = {soma.x_um(), soma.y_um(), soma.z_um()};
        double[] to = {site.centerX_um(), site.centerY_um(), site.centerZ_um()};
        double straight = Math.sqrt(square(to[0] - from[0]) + square(to[1] - from[1]) + square(to[2] - from[2]));
        double delay_ms =
                Projection.delay_ms(down_um(measured.tissue(), from), down_um(measured.tissue(), to), straight);
        return new Synapse(source, target.nodeId(), new Contact(ELSEWHERE, site, 0, 0), physiology, delay_ms);
    }

    private static double square(double x) {
        return x * x;
    }

    /** From a place down to the white matter. */
    private static double down_um(Tissue tissue, double[] at) {
        return Math.max(0, tissue.sheet().recipe().thickness_um() - tissue.depth_um(at));
    }

    /** The axon between regions is no morphology. */
    private static final Site ELSEWHERE = new Site(
            0,
            0,
            Double.NaN,
            Double.NaN,
            SectionType.AXON,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);

    private Circuit circuit(MidRangeRequest request, Datasets inputs) {
        return circuits.of(inputs, request.getCells(), request.getMorphologies());
    }
}
