package io.brainwright.connectome.service;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.thalamus.ConnectionCut;
import io.brainwright.connectome.model.thalamus.FibreSynapses.Drawn;
import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.Synapse;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.vocabulary.SynapseClass;
import io.brainwright.proto.connectome.v1.ThalamicRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays thalamic fibres and makes their synapses: tables {@code fibres}, {@code thalamic_synapses}, {@code thalamic_connections} and {@code profile}. A chunk
 * is a range of 64 target ids.
 */
public final class ThalamicStage implements Stage<ThalamicRequest> {
    private final ConnectomeRecipe recipe = ConnectomeRecipe.ratNonBarrelCortex();
    private final ThalamicPilot pilot = new ThalamicPilot(recipe);
    private final Circuits circuits = new Circuits();
    private final int targetsPerChunk;

    public ThalamicStage() {
        this(64);
    }

    /** For tests: the chunk size changes no row. */
    ThalamicStage(int targetsPerChunk) {
        this.targetsPerChunk = targetsPerChunk;
    }

    @Override
    public String name() {
        return "connectome-thalamic";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ThalamicRequest emptyRequest() {
        return ThalamicRequest.getDefaultInstance();
    }

    @Override
    public ThalamicRequest complete(ThalamicRequest request) {
        return ThalamicRequests.complete(request, recipe.file().number("thalamic.width_um"));
    }

    @Override
    public List<DatasetId> inputs(ThalamicRequest request) {
        return List.of(ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
    }

    @Override
    public List<TableSchema> tables(ThalamicRequest request) {
        return List.of(
                ThalamicTables.FIBRES, ThalamicTables.SYNAPSES, ThalamicTables.CONNECTIONS, ThalamicTables.PROFILE);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "innervated";
    }

    @Override
    public List<ChunkSpec> chunks(ThalamicRequest request, Datasets inputs) {
        return TargetChunks.of(circuit(request, inputs).nodeIds(), targetsPerChunk);
    }

    @Override
    public void make(ThalamicRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        out.progress(0, "measuring dendrites by depth");
        var tissue = ThalamicTissue.of(ConnectomeRequests.id(request.getCells()), inputs);
        var circuit = circuit(request, inputs);
        var nuclei = pilot.nuclei(request, inputs, circuit, tissue);
        if (chunk.index() == 0) {
            out.write(ThalamicRows.fibres(nuclei, tissue));
            out.write(ThalamicRows.profile(nuclei));
        }
        var synapses = new ArrayList<Synapse>();
        var pairs = new ArrayList<ThalamicRows.Pair>();
        var targets = circuit.range(chunk.first(), chunk.end());
        for (int i = 0; i < targets.size(); i++) {
            for (var nucleus : nuclei) {
                innervate(nucleus, targets.get(i), tissue, request.getSeed(), synapses, pairs);
            }
            out.progress(i + 1L, "%d synapses".formatted(synapses.size()));
        }
        out.write(ThalamicRows.synapses(synapses.stream().sorted(Synapse.ORDER).toList()));
        out.write(ThalamicRows.connections(
                pairs.stream().sorted(ThalamicRows.Pair.ORDER).toList()));
    }

    private void innervate(
            ThalamicPilot.Nucleus nucleus,
            PlacedCell cell,
            Tissue tissue,
            long seed,
            List<Synapse> synapses,
            List<ThalamicRows.Pair> pairs) {
        var drawn = nucleus.synapses().on(ThalamicPilot.dendrites(cell), cell.nodeId());
        var cut = cut(nucleus, cell);
        drawn.forEach((fibre, all) -> {
            long source = (long) nucleus.firstFibre() + fibre;
            boolean stays = nucleus.synapses().stays(cut, all.size(), fibre, cell.nodeId());
            pairs.add(new ThalamicRows.Pair(source, cell.nodeId(), all.size(), stays ? all.size() : 0));
            if (stays) {
                var draws = Draws.of(seed, "thalamic.physiology", source << 32 | cell.nodeId());
                var physiology =
                        recipe.physiology().draw(new CellType(nucleus.name(), SynapseClass.EXC), cell.type(), draws);
                for (var one : all) {
                    synapses.add(new Synapse(
                            source, cell.nodeId(), contact(one), physiology, delay_ms(one.depth_um(), tissue)));
                }
            }
        });
    }

    /** The fibre is no morphology: its side is written as an axon at the synapse's own place, and not laid out in rows. */
    private static Contact contact(Drawn one) {
        return new Contact(one.site(), one.site(), 0, 0);
    }

    private double delay_ms(double depth_um, Tissue tissue) {
        return recipe.physiology().delay_ms(Math.max(0, tissue.sheet().recipe().thickness_um() - depth_um));
    }

    /** An m-type that no pilot cell has is cut as all others together would be: by the largest cutoff of the nucleus. */
    private static ConnectionCut cut(ThalamicPilot.Nucleus nucleus, PlacedCell cell) {
        var own = nucleus.cuts().get(cell.type().mtype());
        if (own != null) {
            return own;
        }
        return nucleus.cuts().values().stream()
                .max(java.util.Comparator.comparingDouble(ConnectionCut::cutoff))
                .orElseThrow(() -> new Problem(
                        Kind.PRECONDITION,
                        "NO_DENDRITES_IN_REACH",
                        "No dendrite lies where %s fibres make synapses.".formatted(nucleus.name()),
                        "Place cells of other layers, or leave this nucleus out.",
                        Map.of("nucleus", nucleus.name())));
    }

    private Circuit circuit(ThalamicRequest request, Datasets inputs) {
        return circuits.of(inputs, request.getCells(), request.getMorphologies());
    }
}
