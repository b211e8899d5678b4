package io.brainwright.library.model.format;

import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** HDF5 files from strangers: whatever is broken in them is one problem. */
public final class Hdf5Files {
    private Hdf5Files() {}

    /**
     * Reads from a file.
     *
     * @param file where it lies
     * @param name its name, for messages
     * @throws Problem INVALID where it is not HDF5, or broken anywhere on the way
     */
    public static <T> T read(Path file, String name, Function<HdfFile, T> reader) {
        return StrangersHdf5.read(
                file,
                reader,
                broken -> new Problem(
                        Kind.INVALID,
                        "HDF5_UNREADABLE",
                        "'%s' cannot be read as HDF5: %s".formatted(name, broken.getMessage()),
                        "Copy the file again, or write it again.",
                        Map.of("file", name),
                        List.of(),
                        broken));
    }

    /**
     * Refuses a dataset that would not fit into memory.
     *
     * @param most so many values may it have
     */
    public static void limit(Dataset data, String name, long most) {
        long size = 1;
        for (int length : data.getDimensions()) {
            size = length < 0 || size > most ? Long.MAX_VALUE : size * Math.max(1, length);
        }
        if (size > most) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "HDF5_DATASET_TOO_LARGE",
                    "Dataset '%s' of '%s' has more than %d values.".formatted(data.getPath(), name, most),
                    "Cut it in parts.",
                    Map.of("file", name, "dataset", data.getPath(), "limit", String.valueOf(most)));
        }
        StrangersHdf5.checked(data);
    }
}
