package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** HDF5 files that are either complete or absent. */
public final class Hdf5File {
    private Hdf5File() {}

    /**
     * Writes a file beside its name and moves it there when it is complete.
     *
     * @param file where it shall lie; replaced if it exists
     * @param content puts groups and datasets into the root group
     */
    public static void write(Path file, Consumer<NewGroup> content) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Hdf5Writer.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        } finally {
            part.toFile().delete();
        }
    }

    /**
     * Reads from a file.
     *
     * @throws Problem NOT_FOUND where there is no such file, INVALID where it is not HDF5 or broken anywhere on the way
     */
    public static <T> T read(Path file, Function<HdfFile, T> reader) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "SONATA_FILE_NOT_FOUND",
                    "There is no file '%s'.".formatted(file),
                    "Check the path; paths in a configuration start at the folder of that configuration.",
                    Map.of("file", file.toString()));
        }
        return StrangersHdf5.read(
                file,
                reader,
                broken -> new Problem(
                        Kind.INVALID,
                        "SONATA_FILE_UNREADABLE",
                        "'%s' cannot be read as HDF5: %s".formatted(file, broken.getMessage()),
                        "SONATA keeps nodes, edges, spikes and reports in HDF5 files; one that was cut off must be"
                                + " copied again.",
                        Map.of("file", file.toString()),
                        List.of(),
                        broken));
    }
}
