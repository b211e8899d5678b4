package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.table.TextTable;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The populations that a file holds. */
public final class Populations {
    private static final String MODEL_TYPE = "model_type";

    private Populations() {}

    /** Names of the populations in a file, sorted. */
    public static List<String> names(Path file, String kind) {
        return Hdf5File.read(file, hdf -> names(hdf, kind));
    }

    private static List<String> names(HdfFile hdf, String kind) {
        return hdf.getChildren().get(kind) instanceof Group all ? Stored.groups(all) : List.of();
    }

    /**
     * A population of a file.
     *
     * @param kind {@code nodes} or {@code edges}
     * @throws Problem NOT_FOUND, with those that the file has
     */
    public static Group named(HdfFile hdf, Path file, String kind, String name) {
        var names = names(hdf, kind);
        if (!names.contains(name)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "SONATA_POPULATION_NOT_IN_FILE",
                    "'%s' has no population '%s' of %s.".formatted(file, name, kind),
                    names.isEmpty()
                            ? "It has none; name another file in the configuration."
                            : "It has %s; mend 'populations' in the configuration.".formatted(names),
                    Map.of("file", file.toString(), "population", name, "has", names.toString()));
        }
        return (Group) hdf.getByPath(kind + "/" + name);
    }

    /** Names of the groups of attributes of a population, {@code 0} and so on, rising. */
    public static List<String> groups(Group population) {
        return GroupedColumns.groups(population);
    }

    /** A dataset that every population must have. */
    public static Dataset column(Path file, Group population, String name) {
        if (population.getChildren().get(name) instanceof Dataset data && data.getDimensions().length == 1) {
            return data;
        }
        throw new Problem(
                Kind.INVALID,
                "SONATA_COLUMN_MISSING",
                "Population '%s' of '%s' has no column '%s'.".formatted(population.getName(), file, name),
                "SONATA requires it; write the file again with it.",
                Map.of("file", file.toString(), "population", population.getName(), "column", name));
    }

    /** What {@code model_type} says in the table of types, where all types say one thing; else what is usual. */
    static String type(String typesFile, String usual) {
        if (typesFile.isEmpty()) {
            return usual;
        }
        var table = TextTable.read(Path.of(typesFile), ' ');
        var said = table.header().contains(MODEL_TYPE)
                ? new TreeSet<>(Arrays.asList(table.column(MODEL_TYPE)))
                : new TreeSet<String>();
        return said.size() == 1 && !said.first().equals("NULL") ? said.first() : usual;
    }
}
