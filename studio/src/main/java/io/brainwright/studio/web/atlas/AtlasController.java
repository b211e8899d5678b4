package io.brainwright.studio.web.atlas;

import io.brainwright.agents.run.CircuitRecord;
import io.brainwright.agents.run.Services;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.brainwright.proto.atlas.v1.ListRegionsRequest;
import io.brainwright.studio.web.NothingYet;
import io.brainwright.studio.web.ProtoJson;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Regions and the tissue that was built last. */
@RestController
final class AtlasController {
    private final Services services;
    private final Datasets datasets;
    private final Path workspace;
    private @Nullable DatasetId opened;
    private @Nullable AtlasVoxels voxels;

    AtlasController(Services services, Datasets datasets, @Value("${brainwright.workspace}") Path workspace) {
        this.services = services;
        this.datasets = datasets;
        this.workspace = workspace;
    }

    @GetMapping(value = "/api/atlas/regions", produces = MediaType.APPLICATION_JSON_VALUE)
    String regions() {
        return ProtoJson.of(() -> services.atlas().listRegions(ListRegionsRequest.getDefaultInstance()));
    }

    @GetMapping(value = "/api/atlas/regions/{acronym}", produces = MediaType.APPLICATION_JSON_VALUE)
    String region(@PathVariable String acronym) {
        return ProtoJson.of(() -> services.atlas()
                .describeRegion(
                        DescribeRegionRequest.newBuilder().setRegion(acronym).build()));
    }

    /** Where the cells of the last circuit stand, and the volume that they fill. */
    @GetMapping("/api/atlas/cells")
    ResponseEntity<PlacedCells> cells() {
        return NothingYet.or(() -> {
            var id = new DatasetId(dataset("placement"));
            return PlacedCells.of(id.hex(), datasets.read(id, "cells"), datasets.read(id, "shape"));
        });
    }

    /**
     * A slice through the voxels of the last circuit's atlas.
     *
     * @param axis x, y or z: what is constant in the slice
     * @param at index of the slice; the middle where it is negative
     */
    @GetMapping("/api/atlas/slice")
    ResponseEntity<VoxelSlice> slice(
            @RequestParam(defaultValue = "z") String axis, @RequestParam(defaultValue = "-1") int at) {
        return NothingYet.or(() -> {
            var id = new DatasetId(dataset("atlas"));
            return VoxelSlice.of(voxels(id), axis, at);
        });
    }

    /** The voxels of an atlas; those looked at last stay ordered. */
    private synchronized AtlasVoxels voxels(DatasetId id) {
        var known = voxels;
        if (known == null || !id.equals(opened)) {
            known = new AtlasVoxels(datasets.read(id, "grid"), datasets.read(id, "voxels"));
            voxels = known;
            opened = id;
        }
        return known;
    }

    private String dataset(String stage) {
        return CircuitRecord.read(workspace)
                .map(record -> record.datasets().get(stage))
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "NOTHING_BUILT",
                        "Nothing was built in this workspace yet.",
                        "Run a plan that builds tissue.",
                        Map.of("stage", stage)));
    }
}
