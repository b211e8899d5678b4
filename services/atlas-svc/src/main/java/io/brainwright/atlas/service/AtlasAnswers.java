package io.brainwright.atlas.service;

import io.brainwright.fabric.rpc.Assumptions;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.RegionNode;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.LayerFacts;
import io.brainwright.proto.atlas.v1.ListRegionsResponse;
import io.brainwright.proto.atlas.v1.Region;
import io.brainwright.proto.fabric.v1.Assumption;
import io.brainwright.proto.fabric.v1.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Answers in the words of the contract. */
final class AtlasAnswers {
    /** One voxel's row: 7 numbers of 4 bytes, 4 of orientation, 1 byte. */
    private static final int BYTES_PER_VOXEL = 41;
    /** chosen: lattice points per second, a guess that has not been measured yet. */
    private static final double VOXELS_PER_S = 1.5e6;

    private AtlasAnswers() {}

    static ListRegionsResponse regions(String atlas) {
        var nodes = CorticalSheet.open(atlas).hierarchy().nodes();
        return ListRegionsResponse.newBuilder()
                .addAllRegions(nodes.stream().map(AtlasAnswers::region).toList())
                .build();
    }

    static DescribeRegionResponse describe(String atlas, String acronym) {
        var region = CorticalSheet.open(atlas).region(acronym);
        var reply = DescribeRegionResponse.newBuilder()
                .setRegion(region(region.node()))
                .setAreaMm2(region.pialArea_mm2())
                .addAllAssumptions(assumptions(region));
        for (int layer : region.layers()) {
            reply.addLayers(layer(region, layer));
        }
        return reply.build();
    }

    static Estimate estimate(AtlasRequest complete) {
        var voxelised = AtlasStage.voxelised(complete);
        long voxels = voxelised.expectedVoxels();
        return Estimate.newBuilder()
                .setAmount(voxels)
                .setUnit("voxels")
                .setSeconds(0.1 + voxelised.grid().size() / VOXELS_PER_S)
                .setMemoryBytes(3 * Math.min(voxels, 400_000) * BYTES_PER_VOXEL)
                .setDiskBytes(voxels * BYTES_PER_VOXEL)
                .addNotes("%s is %.2f mm3 in voxels of %s um."
                        .formatted(complete.getRegion(), voxelised.region().volume_mm3(), complete.getVoxelUm()))
                .addAllAssumptions(assumptions(voxelised.region()))
                .build();
    }

    private static List<Assumption> assumptions(SheetRegion region) {
        var file = region.sheet().recipe().file();
        var sheet = Stream.of(
                        "sheet.radius_um",
                        "sheet.area_mm2",
                        "sheet.region_share",
                        "totals.neurons_per_mm3",
                        "totals.inhibitory_fraction")
                .map(path -> Assumptions.of(file.value(path)));
        var layers = Arrays.stream(region.layers())
                .mapToObj(layer -> Assumptions.of(file.value("layers." + layer + ".thickness_um")));
        return Stream.concat(sheet, layers).toList();
    }

    private static LayerFacts layer(SheetRegion region, int layer) {
        var recipe = region.sheet().recipe();
        return LayerFacts.newBuilder()
                .setLayer(layer)
                .setThicknessUm(recipe.layer(layer).thickness_um())
                .setVolumeMm3(region.volume_mm3(layer))
                .setNeuronsPerMm3(recipe.neurons_per_mm3(layer))
                .setNeurons(recipe.neurons_per_mm3(layer) * region.volume_mm3(layer))
                .setInhibitoryFraction(recipe.inhibitoryFraction(layer))
                .build();
    }

    private static Region region(RegionNode node) {
        return Region.newBuilder()
                .setId(node.id())
                .setAcronym(node.acronym())
                .setName(node.name())
                .setParentId(node.parentId())
                .build();
    }
}
