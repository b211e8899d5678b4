package io.brainwright.neuro.hdf5;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Opens HDF5 files that somebody else wrote, or broke. */
public final class StrangersHdf5 {
    /** Zlib packs at most 1032 bytes into one; see its technical notes on the maximum compression factor. */
    private static final long PACKS_AT_MOST = 1032;

    private static final long SMALL_BYTES = 1 << 20;

    /** chosen: HDF5 keeps attributes of up to 64 KiB in the header of their object. */
    private static final long ATTRIBUTE_VALUES = 1 << 16;

    private StrangersHdf5() {}

    /**
     * Reads from a file. What the reader returns must not refer to the file any more.
     *
     * @param unreadable makes the problem of a file that is broken, from what was met on the way
     * @throws Problem the reader's own, or that of a broken file; nothing else, whatever the file holds
     */
    public static <T> T read(Path file, Function<HdfFile, T> reader, Function<Throwable, Problem> unreadable) {
        try (var arena = Arena.ofShared();
                var hdf = opened(file, arena)) {
            return reader.apply(hdf);
        } catch (Problem problem) {
            throw problem;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        } catch (RuntimeException | StackOverflowError broken) {
            // jhdf meets broken files with exceptions of many kinds, and rings of addresses with its stack
            throw unreadable.apply(broken);
        }
    }

    /**
     * A file in mapped memory: each length that it claims is then cut from what there is, where jhdf would ask for as many bytes
     * first; and links to other files lead nowhere.
     */
    private static HdfFile opened(Path file, Arena arena) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            return size > Integer.MAX_VALUE
                    ? new HdfFile(file)
                    : HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena)
                            .asByteBuffer());
        }
    }

    /** Refuses a dataset that claims more values than its file can hold; to be asked before it is read piece by piece. */
    public static void plausible(Dataset data) {
        double bytes = bytes(data);
        long fileBytes = data.getHdfFile().size();
        if (!(bytes >= 0) || bytes > SMALL_BYTES + (double) PACKS_AT_MOST * fileBytes) {
            throw new Problem(
                    Kind.INVALID,
                    "HDF5_CLAIMS_TOO_MUCH",
                    "Dataset '%s' claims %.0f bytes in a file of %d.".formatted(data.getPath(), bytes, fileBytes),
                    "Copy the file again, or write it again.",
                    Map.of(
                            "dataset", data.getPath(),
                            "claimedBytes", "%.0f".formatted(bytes),
                            "fileBytes", String.valueOf(fileBytes)));
        }
    }

    private static double bytes(Dataset data) {
        double bytes = data.getDataType().getSize();
        for (long length : data.getDimensionsAsLong()) {
            bytes *= length;
        }
        return bytes;
    }

    /**
     * Refuses a dataset that claims more values than its file can hold, or more than fit into memory; to be asked before it is
     * read.
     *
     * @return the dataset
     */
    public static Dataset checked(Dataset data) {
        plausible(data);
        double bytes = bytes(data);
        long memory = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > memory) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "HDF5_DATASET_TOO_LARGE",
                    "Dataset '%s' has %.0f bytes; %d of memory are free for one."
                            .formatted(data.getPath(), bytes, memory),
                    "Cut it in parts, or give the program more memory (-Xmx).",
                    Map.of(
                            "dataset", data.getPath(),
                            "bytes", "%.0f".formatted(bytes),
                            "memoryBytes", String.valueOf(memory)));
        }
        return data;
    }

    /** Refuses an attribute that claims more values than an attribute is for; to be asked before it is read. */
    public static Attribute checked(Attribute attribute) {
        double values = 1;
        for (int length : attribute.getDimensions()) {
            values *= length;
        }
        if (!(values >= 0) || values > ATTRIBUTE_VALUES) {
            throw new Problem(
                    Kind.INVALID,
                    "HDF5_CLAIMS_TOO_MUCH",
                    "Attribute '%s' claims %.0f values; at most %d are read."
                            .formatted(attribute.getName(), values, ATTRIBUTE_VALUES),
                    "Copy the file again, or write it again.",
                    Map.of("attribute", attribute.getName(), "claimedValues", "%.0f".formatted(values)));
        }
        return attribute;
    }
}
