package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.CorticalRegion;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.placement.model.Capacity;
import io.brainwright.placement.model.GliaKind;
import io.brainwright.placement.model.Order;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.AstrocyteDomains;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills and checks requests for cells; whether the tissue holds them is checked where the tissue is known. */
final class PlacementRequests {
    static final double DEFAULT_WIDTH_UM = 200;
    private static final String NEURON = "neuron";
    private static final String ALL_GLIA = "glia";
    private static final double SMALLEST_WIDTH_UM = 10;
    private static final double LARGEST_WIDTH_UM = 20_000;

    private PlacementRequests() {}

    static PlacementRequest complete(PlacementRequest request) {
        var faults = new ArrayList<FieldFault>();
        checkAtlas(request.getAtlas(), faults);
        var shape = shape(request.getShape(), faults);
        var layers = layers(request, faults);
        var mtypes = mtypes(request, faults);
        var glia = glia(request, faults);
        var regions = regions(request, faults);
        checkDomains(request, shape, glia, faults);
        checkNumbers(request, faults);
        var own = request.hasOwnValues()
                ? OwnNumbers.complete(request.getOwnValues(), "placement", recipe().file(), faults)
                : Optional.<OwnValues>empty();
        if (!faults.isEmpty()) {
            throw Problem.invalid("The cells cannot be placed as asked.", faults);
        }
        var complete = request.toBuilder()
                .clearOwnValues()
                .setShape(shape)
                .clearLayers()
                .addAllLayers(layers)
                .clearMTypes()
                .addAllMTypes(mtypes)
                .clearClasses()
                .addAllClasses(glia)
                .clearParts()
                .setDensityScale(request.getDensityScale() == 0 ? 1 : request.getDensityScale())
                .setExcitatoryFraction(request.getExcitatoryFraction() == 0 ? -1 : request.getExcitatoryFraction());
        own.ifPresent(complete::setOwnValues);
        if (!regions.isEmpty()) {
            complete.getPartsBuilder().addAllRegions(regions);
        }
        return complete.build();
    }

    static Order toModel(PlacementRequest complete) {
        return new Order(
                complete.getLayersList(),
                complete.getCellCount(),
                complete.getDensityScale(),
                complete.getMTypesList(),
                complete.getExcitatoryFraction(),
                complete.getClassesList().stream()
                        .map(c -> GliaKind.named(c).orElseThrow())
                        .toList(),
                complete.getSeed());
    }

    static void checkAtlas(DatasetRef atlas, List<FieldFault> faults) {
        var id = atlas.getId();
        try {
            new DatasetId(id);
        } catch (Problem malformed) {
            faults.add(new FieldFault(
                    "atlas", id.isEmpty() ? "The id of a voxelised region is needed." : malformed.sentence()));
        }
    }

    static Shape shape(Shape shape, List<FieldFault> faults) {
        return switch (shape.getKind()) {
            case SHAPE_KIND_UNSPECIFIED, SHAPE_KIND_COLUMN -> column(shape, faults);
            case SHAPE_KIND_REGION -> shape.toBuilder().clearWidthUm().build();
            case UNRECOGNIZED -> {
                faults.add(new FieldFault("shape.kind", "Unknown; a column or a whole region can be filled."));
                yield shape;
            }
        };
    }

    private static Shape column(Shape shape, List<FieldFault> faults) {
        double width_um = shape.getWidthUm() == 0 ? DEFAULT_WIDTH_UM : shape.getWidthUm();
        if (!(width_um >= SMALLEST_WIDTH_UM && width_um <= LARGEST_WIDTH_UM)) {
            faults.add(new FieldFault(
                    "shape.width_um",
                    "%s um is not between %s um, the width of a soma, and %s um."
                            .formatted(width_um, SMALLEST_WIDTH_UM, LARGEST_WIDTH_UM)));
        }
        return shape.toBuilder()
                .setKind(ShapeKind.SHAPE_KIND_COLUMN)
                .setWidthUm(width_um)
                .build();
    }

    private static List<Integer> layers(PlacementRequest request, List<FieldFault> faults) {
        int deepest = recipe().layers().size();
        for (int layer : request.getLayersList()) {
            if (layer < 1 || layer > deepest) {
                faults.add(new FieldFault("layers", "%d is not one of the layers 1 to %d.".formatted(layer, deepest)));
            }
        }
        return request.getLayersCount() == 0
                ? recipe().layers().stream().map(l -> l.number()).toList()
                : request.getLayersList().stream().distinct().sorted().toList();
    }

    private static List<String> mtypes(PlacementRequest request, List<FieldFault> faults) {
        var known = recipe().mtypes().stream().map(MType::name).toList();
        for (var name : request.getMTypesList()) {
            if (!known.contains(name)) {
                faults.add(new FieldFault(
                        "m_types", "There is no m-type '%s'. %s".formatted(name, NearestNames.sentence(name, known))));
            }
        }
        return known.stream().filter(request.getMTypesList()::contains).toList();
    }

    /** Kinds of glia, in one order; neurons are always placed, and are not named in complete requests. */
    private static List<String> glia(PlacementRequest request, List<FieldFault> faults) {
        var known = new ArrayList<>(GliaKind.words());
        known.addAll(List.of(NEURON, ALL_GLIA));
        for (var name : request.getClassesList()) {
            if (!known.contains(name)) {
                faults.add(new FieldFault(
                        "classes", "There is no class '%s'. %s".formatted(name, NearestNames.sentence(name, known))));
            }
        }
        boolean all = request.getClassesList().contains(ALL_GLIA);
        return GliaKind.words().stream()
                .filter(k -> all || request.getClassesList().contains(k))
                .toList();
    }

    /** Parts of the sheet, in the recipe's order. */
    private static List<String> regions(PlacementRequest request, List<FieldFault> faults) {
        var known = recipe().regions().stream().map(CorticalRegion::acronym).toList();
        for (var name : request.getParts().getRegionsList()) {
            if (!known.contains(name)) {
                faults.add(new FieldFault(
                        "parts.regions",
                        "There is no part '%s'. %s".formatted(name, NearestNames.sentence(name, known))));
            }
        }
        return known.stream()
                .filter(request.getParts().getRegionsList()::contains)
                .toList();
    }

    private static void checkDomains(
            PlacementRequest request, Shape shape, List<String> glia, List<FieldFault> faults) {
        if (request.getDomains() == AstrocyteDomains.ASTROCYTE_DOMAINS_UNSPECIFIED) {
            return;
        }
        if (request.getDomains() == AstrocyteDomains.UNRECOGNIZED) {
            faults.add(new FieldFault("domains", "Unknown; non-overlapping or overlapping domains can be made."));
        }
        if (!glia.contains(GliaKind.ASTROCYTE.word())) {
            faults.add(new FieldFault(
                    "domains", "are those of astrocytes; name 'astrocyte' in 'classes', or leave 'domains' out."));
        }
        if (shape.getKind() != ShapeKind.SHAPE_KIND_COLUMN) {
            faults.add(new FieldFault("domains", "are made for a column; a whole region is no convex shape."));
        }
    }

    private static void checkNumbers(PlacementRequest request, List<FieldFault> faults) {
        if (request.getCellCount() < 0) {
            faults.add(new FieldFault(
                    "cell_count",
                    "%d is negative; give 1 or more, or 0 for as many as the density says."
                            .formatted(request.getCellCount())));
        }
        double scale = request.getDensityScale();
        if (!(scale >= 0 && scale <= Capacity.LARGEST_SCALE)) {
            faults.add(new FieldFault(
                    "density_scale",
                    "%s is not above 0 and at most %s; beyond, somata of 10 um have no room."
                            .formatted(scale, Capacity.LARGEST_SCALE)));
        }
        double excitatory = request.getExcitatoryFraction();
        if (!(excitatory >= 0 && excitatory <= 1 || excitatory == -1)) {
            faults.add(new FieldFault(
                    "excitatory_fraction",
                    "%s is not between 0 and 1; leave it out for the recipe's.".formatted(excitatory)));
        }
    }

    private static CorticalRecipe recipe() {
        return CorticalRecipe.open("rat-nbs1");
    }
}
