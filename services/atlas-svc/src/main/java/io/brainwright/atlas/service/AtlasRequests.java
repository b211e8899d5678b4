package io.brainwright.atlas.service;

import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills and checks requests for voxels. */
final class AtlasRequests {
    static final String DEFAULT_ATLAS = "rat-nbs1";
    static final double DEFAULT_VOXEL_UM = 25;
    private static final double SMALLEST_UM = 5;
    private static final double LARGEST_UM = 200;
    /** chosen: 20 million voxels are 0.8 GB of rows. */
    private static final long MOST_VOXELS = 20_000_000;

    private AtlasRequests() {}

    static AtlasRequest complete(AtlasRequest request) {
        var faults = new ArrayList<FieldFault>();
        var filled = request.toBuilder()
                .clearOwnValues()
                .setAtlas(atlas(request.getAtlas()))
                .setVoxelUm(request.getVoxelUm() == 0 ? DEFAULT_VOXEL_UM : request.getVoxelUm());
        if (request.hasOwnValues() && CorticalSheet.names().contains(filled.getAtlas())) {
            OwnNumbers.complete(request.getOwnValues(), "atlas", RecipeFile.open(filled.getAtlas()), faults)
                    .ifPresent(filled::setOwnValues);
        }
        var complete = filled.build();
        checkNames(complete, faults);
        double edge_um = complete.getVoxelUm();
        if (!(edge_um >= SMALLEST_UM && edge_um <= LARGEST_UM)) {
            faults.add(new FieldFault(
                    "voxel_um", "%s um is not between %s and %s um.".formatted(edge_um, SMALLEST_UM, LARGEST_UM)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The atlas cannot be cut as asked.", faults);
        }
        checkSize(complete);
        return complete;
    }

    static String atlas(String asked) {
        return asked.isEmpty() ? DEFAULT_ATLAS : asked;
    }

    private static void checkNames(AtlasRequest request, List<FieldFault> faults) {
        if (!CorticalSheet.names().contains(request.getAtlas())) {
            faults.add(new FieldFault(
                    "atlas",
                    "There is no atlas '%s'. %s"
                            .formatted(
                                    request.getAtlas(),
                                    NearestNames.sentence(request.getAtlas(), CorticalSheet.names()))));
            return;
        }
        var hierarchy = CorticalSheet.open(request.getAtlas()).hierarchy();
        if (!hierarchy.has(request.getRegion())) {
            var what = request.getRegion().isEmpty()
                    ? "A region is needed, e.g. 'S1HL'; '%s' is the whole sheet."
                            .formatted(hierarchy.root().acronym())
                    : "The atlas has no region '%s'. %s"
                            .formatted(request.getRegion(), hierarchy.suggestion(request.getRegion()));
            faults.add(new FieldFault("region", what));
        }
    }

    private static void checkSize(AtlasRequest request) {
        long voxels = AtlasStage.voxelised(request).expectedVoxels();
        if (voxels > MOST_VOXELS) {
            double fits_um = Math.ceil(request.getVoxelUm() * Math.cbrt(voxels / (double) MOST_VOXELS));
            throw new Problem(
                    Kind.TOO_LARGE,
                    "TOO_MANY_VOXELS",
                    "%s at %s um is %d million voxels."
                            .formatted(request.getRegion(), request.getVoxelUm(), voxels / 1_000_000),
                    "Take voxels of %s um or more, or a smaller region.".formatted(fits_um),
                    Map.of(
                            "region", request.getRegion(),
                            "voxel_um", String.valueOf(request.getVoxelUm()),
                            "voxels", String.valueOf(voxels),
                            "fits_um", String.valueOf(fits_um)));
        }
    }
}
