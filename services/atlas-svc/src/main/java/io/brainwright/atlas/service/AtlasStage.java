package io.brainwright.atlas.service;

import io.brainwright.atlas.model.VoxelisedRegion;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import java.util.ArrayList;
import java.util.List;

/** Voxelises a region, slab by slab along x. The first slab also writes the row about the lattice. */
public final class AtlasStage implements Stage<AtlasRequest> {
    /** chosen: at most so many lattice points in a slab, 16 MB of rows; a constant of the algorithm. */
    private static final long SLAB = 400_000;

    @Override
    public String name() {
        return "atlas";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public AtlasRequest emptyRequest() {
        return AtlasRequest.getDefaultInstance();
    }

    @Override
    public AtlasRequest complete(AtlasRequest request) {
        return AtlasRequests.complete(request);
    }

    @Override
    public List<DatasetId> inputs(AtlasRequest request) {
        return List.of();
    }

    @Override
    public List<TableSchema> tables(AtlasRequest request) {
        return List.of(AtlasTables.GRID, AtlasTables.VOXELS);
    }

    @Override
    public String unit() {
        return "voxels";
    }

    @Override
    public String verb() {
        return "voxelised";
    }

    @Override
    public List<ChunkSpec> chunks(AtlasRequest request, Datasets inputs) {
        var grid = voxelised(request).grid();
        long plane = (long) grid.ny() * grid.nz();
        int planes = (int) Math.max(1, SLAB / plane);
        var chunks = new ArrayList<ChunkSpec>();
        for (int x = 0; x < grid.nx(); x += planes) {
            int end = Math.min(grid.nx(), x + planes);
            var label = "slab %d to %d um"
                    .formatted(
                            Math.round(grid.originX_um() + x * grid.edge_um()),
                            Math.round(grid.originX_um() + end * grid.edge_um()));
            chunks.add(new ChunkSpec(chunks.size(), label, x, end, (end - x) * plane));
        }
        return chunks;
    }

    @Override
    public void make(AtlasRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var voxelised = voxelised(request);
        if (chunk.index() == 0) {
            out.write(AtlasTables.grid(request.getAtlas(), voxelised));
        }
        var rows = voxelised.slab((int) chunk.first(), (int) chunk.end());
        out.write(AtlasTables.voxels(rows, voxelised.region().sheet().recipe().thickness_um()));
        out.progress(chunk.amount(), request.getRegion());
    }

    static VoxelisedRegion voxelised(AtlasRequest complete) {
        var region = CorticalSheet.open(complete.getAtlas(), OwnNumbers.of(complete.getOwnValues()))
                .region(complete.getRegion());
        return new VoxelisedRegion(region, complete.getVoxelUm());
    }
}
