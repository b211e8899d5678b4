package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Learns growth parameters from all cells of a folder. */
public final class FolderFit {
    private FolderFit() {}

    /**
     * Fits every SWC, ASC and H5 file of a folder, in the order of their names.
     *
     * @param mtype name of what they are
     * @throws Problem INVALID where the folder holds no cell, or none with a dendrite; a broken file is told as its reader tells it
     */
    public static GrowthParameters of(Path folder, String mtype) {
        var files = cells(folder);
        var fit = CellsFit.withHabits();
        for (var file : files) {
            var cell = MorphologyFile.read(file);
            fit.dendrites(cell, true);
            fit.axon(cell, true);
            fit.soma(cell, String.valueOf(file.getFileName()));
        }
        var found = files.isEmpty() ? null : fit.fit(mtype, "");
        if (found == null
                || found.basal().trees().isEmpty() && found.apical().trees().isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "NOTHING_TO_FIT",
                    "Folder '%s' holds %d cells and no dendrite of 20 um or more.".formatted(folder, files.size()),
                    "Name a folder with reconstructions as SWC, ASC or H5.",
                    Map.of("folder", folder.toString(), "cells", String.valueOf(files.size())));
        }
        return found;
    }

    private static List<Path> cells(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().matches("(?i).*\\.(swc|asc|h5)"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + folder, failed);
        }
    }
}
