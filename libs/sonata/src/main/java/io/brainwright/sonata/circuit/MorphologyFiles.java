package io.brainwright.sonata.circuit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where the morphologies of a population lie: SWC files in {@code morphologies_dir}, or {@code alternate_morphologies}: ASC files
 * ({@code neurolucida-asc}), H5 files or one H5 container ({@code h5v1}). What the population does not say, {@code components}
 * says.
 */
public final class MorphologyFiles {
    private final String population;
    private final List<Place> places;

    private MorphologyFiles(String population, List<Place> places) {
        this.population = population;
        this.places = List.copyOf(places);
    }

    private record Place(Path at, String ending) {
        boolean container() {
            return Files.isRegularFile(at);
        }

        Path file(String name) {
            return at.resolve(
                    name.endsWith("." + ending) ? name : name + "." + ending); // the Allen Institute names files
        }
    }

    static MorphologyFiles of(Path config, String population) {
        var tree = JsonFile.read(config);
        var manifest = new Manifest(config, tree);
        var places = new ArrayList<Place>();
        for (var file : tree.path("networks").path("nodes")) {
            add(places, manifest, file.path("populations").path(population));
        }
        add(places, manifest, tree.path("components"));
        return new MorphologyFiles(population, places);
    }

    private static void add(List<Place> places, Manifest manifest, JsonNode node) {
        var alternate = node.path("alternate_morphologies");
        add(places, manifest, alternate.path("h5v1"), "h5"); // exact: a branch may begin thinner than its parent ends
        add(places, manifest, node.path("morphologies_dir"), "swc");
        add(places, manifest, alternate.path("neurolucida-asc"), "asc");
    }

    private static void add(List<Place> places, Manifest manifest, JsonNode path, String ending) {
        if (!path.asString("").isEmpty()) {
            places.add(new Place(manifest.path(path.asString()), ending));
        }
    }

    /**
     * Reads the shape of a name.
     *
     * @throws Problem NOT_FOUND, naming where it was looked for; INVALID where the file is broken
     */
    public Morphology read(String name) {
        for (var place : places) {
            if (place.container()) {
                if (H5Morphology.holds(place.at(), name)) {
                    return H5Morphology.read(place.at(), name);
                }
            } else if (Files.isRegularFile(place.file(name))) {
                return MorphologyFile.read(place.file(name));
            }
        }
        var looked = places.stream()
                .map(p -> p.container() ? p.at().toString() : p.file(name).toString())
                .toList();
        throw new Problem(
                Kind.NOT_FOUND,
                "MORPHOLOGY_NOT_FOUND",
                "The morphology '%s' of population '%s' is in none of %s.".formatted(name, population, looked),
                "Give morphologies_dir or alternate_morphologies in the circuit's configuration.",
                Map.of("morphology", name, "population", population, "looked", looked.toString()));
    }
}
