package io.brainwright.plugin.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.OwnNumber;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.plugin.v1.PluginInput;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.plugin.v1.Tissue;
import io.brainwright.proto.stage.v1.Layer;
import io.brainwright.proto.stage.v1.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of tissue as a plug-in reads it. A column is a cylinder of radius a about the axis; below the sphere of radius r it holds
 * {@code V(r) = 2π/3 (r³ - (r² - a²)^{3/2})}, so that a layer between two spheres has the volume V(outer) - V(inner).
 */
final class RegionInput {
    static final String KIND = "region";
    private static final String ATLAS = "rat-nbs1";
    private static final double UM3_PER_MM3 = 1e9;
    /** chosen: edge of the voxels where none exist yet, as the atlas's own default */
    private static final double VOXEL_UM = 25;

    private final Tissue tissue;
    private final SheetRegion region;
    private final double voxel_um;
    private final String dataset;
    private final String atlas;

    private RegionInput(Tissue tissue, SheetRegion region, double voxel_um, String dataset, String atlas) {
        this.tissue = tissue;
        this.region = region;
        this.voxel_um = voxel_um;
        this.dataset = dataset;
        this.atlas = atlas;
    }

    /** The region that a request names, voxelised or not yet. */
    static RegionInput of(PluginRequest request, PluginInput input, Datasets datasets) {
        var tissue = request.getTissue();
        var own = new ArrayList<OwnNumber>();
        var atlas = ATLAS;
        double voxel_um = VOXEL_UM;
        if (input.hasDataset()) {
            var id = new DatasetId(input.getDataset().getId());
            var cut = cut(datasets, id);
            own.addAll(OwnNumbers.of(cut.getOwnValues()));
            atlas = cut.getAtlas();
            voxel_um = cut.getVoxelUm();
            if (!cut.getRegion().equals(tissue.getRegion())) {
                throw fault(
                        "tissue.region",
                        "is %s, but dataset %s holds %s.".formatted(tissue.getRegion(), id.brief(), cut.getRegion()));
            }
        }
        own.addAll(OwnNumbers.of(tissue.getOwnValues()));
        var region = CorticalSheet.open(atlas, own).region(tissue.getRegion());
        double width_um = width_um(tissue);
        if (width_um > region.widestColumn_um()) {
            throw fault(
                    "tissue.shape.width_um",
                    "is %s um; %s holds columns of up to %.0f um."
                            .formatted(width_um, tissue.getRegion(), Math.floor(region.widestColumn_um())));
        }
        return new RegionInput(tissue, region, voxel_um, input.getDataset().getId(), atlas);
    }

    private static AtlasRequest cut(Datasets datasets, DatasetId id) {
        var manifest = datasets.manifest(id);
        if (!manifest.stage().equals("atlas")) {
            throw fault(
                    "inputs.region",
                    "Dataset %s was made by '%s'; a region is needed.".formatted(id.brief(), manifest.stage()));
        }
        return manifest.requestInto(AtlasRequest.newBuilder()).build();
    }

    private static double width_um(Tissue tissue) {
        return tissue.getShape().getKind() == ShapeKind.SHAPE_KIND_REGION
                ? 0
                : tissue.getShape().getWidthUm();
    }

    private static Problem fault(String field, String what) {
        return Problem.invalid("The region cannot be read as asked.", List.of(new FieldFault(field, what)));
    }

    private List<Integer> layers() {
        return IntStream.of(region.layers())
                .boxed()
                .filter(l ->
                        tissue.getLayersCount() == 0 || tissue.getLayersList().contains(l))
                .toList();
    }

    /** Name of the atlas that it is cut from. */
    String atlas() {
        return atlas;
    }

    /** What is known of it without its voxels. */
    Region told() {
        var axis = new double[3];
        region.axis(axis);
        double radius_um = region.sheet().radius_um();
        var told = Region.newBuilder()
                .setAcronym(tissue.getRegion())
                .setWidthUm(width_um(tissue))
                .setAxisX(axis[0])
                .setAxisY(axis[1])
                .setAxisZ(axis[2])
                .setPiaX(radius_um * axis[0])
                .setPiaY(radius_um * axis[1] - radius_um)
                .setPiaZ(radius_um * axis[2])
                .setVoxelUm(voxel_um);
        for (int number : layers()) {
            var layer = region.sheet().recipe().layer(number);
            told.addLayers(Layer.newBuilder()
                    .setLayer(number)
                    .setTopUm(layer.top_um())
                    .setBottomUm(layer.bottom_um())
                    .setVolumeMm3(volume_mm3(number))
                    .setCellsPerMm3(region.sheet().recipe().neurons_per_mm3(number)));
        }
        return told.build();
    }

    private double volume_mm3(int layer) {
        double a = width_um(tissue) / 2;
        if (a == 0) {
            return region.volume_mm3(layer);
        }
        var facts = region.sheet().recipe().layer(layer);
        double outer = region.sheet().radius_um() - facts.top_um();
        double inner = region.sheet().radius_um() - facts.bottom_um();
        return (under(outer, a) - under(inner, a)) / UM3_PER_MM3;
    }

    private static double under(double r, double a) {
        double c2 = r * r - a * a;
        return 2 * StrictMath.PI / 3 * (r * r * r - c2 * Math.sqrt(c2));
    }

    /** What finds cells that lie outside it. */
    CellsWithin cellsWithin() {
        return new CellsWithin(region, width_um(tissue), voxel_um);
    }

    /** Its voxels and what the recipe says of its cells. */
    List<Batch> rows(Datasets datasets) {
        var rows = new RegionRows(region, told(), layers());
        return List.of(
                rows.voxels(datasets, new DatasetId(dataset)),
                rows.cellTypes(region.sheet().recipe()));
    }
}
