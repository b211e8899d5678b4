package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the product's growth parameters: one file per m-type, from reconstructions whose licence allows it. */
public final class GrowthFit {
    private static final Set<String> LICENCES = Set.of("CC-BY-4.0", "Apache-2.0", "BSD-3-Clause");
    private static final int CELLS = 12; // chosen: keeps a file near 100 kB
    static final String ATTRIBUTION =
            "Neuron morphologies by the Blue Brain Project/EPFL, from BlueBrain/SSCxEModelExamples, Copyright (c) 2023-2024 Blue Brain "
                    + "Project/EPFL, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); published with Reva et al., A universal "
                    + "workflow for creation, validation, and generalization of detailed neuronal models, Patterns 2023, doi "
                    + "10.1016/j.patter.2023.100855. BlueBrain/emodel-generalisation (Zenodo record 5909613), CC BY 4.0. "
                    + "openbraininstitute/obi-one, CC BY 4.0 and Apache-2.0. Other sources: Apache-2.0, BSD-3-Clause. Changed: barcodes, "
                    + "angles and diameters were measured; the reconstructions themselves are not contained.";

    private GrowthFit() {}

    /**
     * @param args folder with morphologies.json, folder of the parameter files
     */
    public static void main(String[] args) throws IOException {
        var from = Path.of(args[0]);
        var json = JsonMapper.builder().build();
        var byType = new TreeMap<String, List<JsonNode>>();
        for (var entry : json.readTree(Files.readAllBytes(from.resolve("morphologies.json")))) {
            if (LICENCES.contains(entry.path("licence").asString())
                    && entry.path("mtype").asString().matches("L\\d+_.*")) {
                byType.computeIfAbsent(entry.path("mtype").asString(), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        for (var type : byType.entrySet()) {
            var parameters = fit(from, type.getKey(), type.getValue());
            Files.writeString(
                    Path.of(args[1]).resolve(GrowthCatalogue.fileName(type.getKey())),
                    json.writeValueAsString(parameters) + "\n");
        }
    }

    private static GrowthParameters fit(Path from, String mtype, List<JsonNode> entries) {
        var cells = CellsFit.withoutHabits();
        var seen = new TreeSet<String>();
        boolean pyramidal = mtype.matches(".*(TPC|UPC|IPC|BPC|HPC).*");
        for (var entry : entries.subList(0, Math.min(CELLS, entries.size()))) {
            var cell = H5Morphology.read(from.resolve(entry.path("file").asString()));
            var name = entry.path("name").asString();
            var dendrite = name.replaceAll("_-_.*|_axon-.*|^dend-", "");
            var axonName = name.replaceAll(".*_axon-|_-_.*|^dend-", "");
            if (seen.add("dendrite " + dendrite)) {
                cells.dendrites(cell, pyramidal);
            }
            if (seen.add("axon " + axonName)) {
                cells.axon(cell, pyramidal);
            }
            cells.soma(
                    cell,
                    "%s (%s, %s)"
                            .formatted(
                                    name,
                                    entry.path("source").asString(),
                                    entry.path("licence").asString()));
        }
        return cells.fit(mtype, ATTRIBUTION);
    }
}
