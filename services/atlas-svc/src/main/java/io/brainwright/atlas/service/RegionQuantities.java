package io.brainwright.atlas.service;

import io.brainwright.atlas.model.RegionCounts;
import io.brainwright.neuro.atlas.RegionNode;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.neuro.vocabulary.SynapseClass;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quantities of one region, put into an answer. */
final class RegionQuantities {
    private final SheetRegion region;
    private final RegionCounts counts;
    private final String groupBy;
    private final MeasuredResponse.Builder answer;
    private final CorticalRecipe recipe;
    private final String acronym;

    RegionQuantities(SheetRegion region, RegionCounts counts, String groupBy, MeasuredResponse.Builder answer) {
        this.region = region;
        this.counts = counts;
        this.groupBy = groupBy;
        this.answer = answer;
        this.recipe = region.sheet().recipe();
        this.acronym = region.node().acronym();
    }

    void add(String quantity) {
        switch (quantity) {
            case "id" -> {
                put("id", acronym, region.node().id(), "1", "the atlas's own numbers");
                answer.addNotes("%s is %s.".formatted(acronym, region.node().name()));
            }
            case "children" ->
                nodes(
                        quantity,
                        region.sheet().hierarchy().children(region.node().id()));
            case "descendants" -> nodes(quantity, descendants(region.node()).toList());
            case "neuron_count" -> neurons(quantity, false);
            case "density" -> neurons(quantity, true);
            case "cell_count" -> {
                neurons("neuron_count", false);
                answer.addNotes("The recipe has no densities of glia; cell_count is the count of neurons.");
            }
            case "volume" -> volume();
            case "layer_thickness" -> thickness();
            case "m_types" ->
                types(
                        quantity,
                        recipe.mtypes().stream()
                                .filter(this::lives)
                                .map(MType::name)
                                .toList());
            case "e_types" ->
                types(
                        quantity,
                        recipe.mtypes().stream()
                                .filter(this::lives)
                                .flatMap(m -> m.etypeFraction().keySet().stream())
                                .distinct()
                                .sorted()
                                .toList());
            case "species" -> answer.addNotes("%s: %s.".formatted(acronym, recipe.species()));
            default -> throw new AssertionError(quantity);
        }
    }

    private boolean lives(MType mtype) {
        return counts.neurons(mtype) > 0;
    }

    private Stream<RegionNode> descendants(RegionNode node) {
        return region.sheet().hierarchy().children(node.id()).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    private void nodes(String quantity, List<RegionNode> nodes) {
        put(quantity, acronym, nodes.size(), "1", "hierarchy of the atlas");
        answer.addNotes("%s of %s: %s."
                .formatted(
                        quantity,
                        acronym,
                        nodes.stream()
                                .map(n -> n.acronym() + " (" + n.name() + ")")
                                .collect(Collectors.joining("; "))));
    }

    private void types(String quantity, List<String> names) {
        put(quantity, acronym, names.size(), "1", source("totals.neurons_per_mm3"));
        answer.addNotes("%s of %s: %s.".formatted(quantity, acronym, String.join(", ", names)));
    }

    private void neurons(String metric, boolean perVolume) {
        switch (groupBy) {
            case "layer" -> {
                for (int layer : counts.layers()) {
                    neurons(metric, "L" + layer, new RegionCounts(region, List.of(layer)), _ -> 1, perVolume);
                }
            }
            case "m_type" ->
                recipe.mtypes().stream()
                        .filter(this::lives)
                        .forEach(m -> neurons(metric, m.name(), counts, other -> other == m ? 1 : 0, perVolume));
            case "e_type" ->
                recipe.etypes()
                        .forEach(e -> neurons(
                                metric,
                                e.name(),
                                counts,
                                m -> m.etypeFraction().getOrDefault(e.name(), 0.0),
                                perVolume));
            case "class" -> {
                for (var synapseClass : SynapseClass.values()) {
                    neurons(
                            metric,
                            synapseClass.name(),
                            counts,
                            m -> m.synapseClass() == synapseClass ? 1 : 0,
                            perVolume);
                }
            }
            default -> neurons(metric, acronym, counts, _ -> 1, perVolume);
        }
    }

    private void neurons(
            String metric, String group, RegionCounts where, ToDoubleFunction<MType> share, boolean perVolume) {
        double neurons = where.neurons(share);
        put(
                metric,
                group,
                perVolume ? neurons / where.volume_mm3() : neurons,
                perVolume ? "1/mm3" : "1",
                source("totals.neurons_per_mm3"));
    }

    private void volume() {
        if (groupBy.equals("layer")) {
            for (int layer : counts.layers()) {
                put("volume", "L" + layer, region.volume_mm3(layer), "mm3", source("sheet.area_mm2"));
            }
        } else {
            put("volume", acronym, counts.volume_mm3(), "mm3", source("sheet.area_mm2"));
        }
    }

    private void thickness() {
        for (int layer : counts.layers()) {
            put(
                    "layer_thickness",
                    "L" + layer,
                    recipe.layer(layer).thickness_um(),
                    "um",
                    source("layers." + layer + ".thickness_um"));
        }
    }

    private String source(String path) {
        var value = recipe.file().value(path);
        return value.source()
                + (value.generalised().isEmpty()
                        ? ""
                        : " [generalised: " + String.join(", ", value.generalised()) + "]");
    }

    private void put(String metric, String group, double value, String unit, String source) {
        answer.addMeasures(Measured.newBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setValue(value)
                .setUnit(unit)
                .setN(1)
                .setSource(source));
    }
}
