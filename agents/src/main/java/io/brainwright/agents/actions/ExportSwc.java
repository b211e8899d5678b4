package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.proto.fabric.v1.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one SWC file per grown cell, named by m-type and id. */
final class ExportSwc implements ActionExecutor {
    private static final int DIGITS = 12;

    @Override
    public String action() {
        return "export.swc";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var shapes = new DatasetId(context.require(DatasetKind.MORPHOLOGIES).getId());
        var names = names(context);
        var folder = context.folder().resolve("swc-" + shapes.hex().substring(0, DIGITS));
        var files = new ArrayList<Path>();
        try {
            Files.createDirectories(folder);
            int chunks = context.datasets().manifest(shapes).chunks().size();
            for (int chunk = 0; chunk < chunks; chunk++) {
                var rows = context.datasets().read(shapes, MorphologyTable.NAME, chunk);
                for (int row = 0; row < rows.rowCount(); row++) {
                    long id = rows.longs("node_id")[row];
                    var file = folder.resolve(names.getOrDefault(id, "cell") + "-" + id + ".swc");
                    SwcMorphology.write(MorphologyTable.morphology(rows, row), file);
                    files.add(file);
                }
                context.progress(Progress.newBuilder()
                        .setVerb("wrote")
                        .setUnit("cells")
                        .setDone(files.size())
                        .setTotal(names.size())
                        .build());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        context.wrote(folder + " (" + files.size() + " SWC files)");
        return new StepOutcome(
                Map.of(),
                List.of(),
                List.of(),
                List.of("%d cells as SWC files in %s.".formatted(files.size(), folder.getFileName())),
                List.of(folder));
    }

    private static Map<Long, String> names(StepContext context) {
        var cells = context.datasets()
                .read(new DatasetId(context.require(DatasetKind.CELLS).getId()), "cells");
        var names = new HashMap<Long, String>();
        for (int i = 0; i < cells.rowCount(); i++) {
            names.put(cells.longs("node_id")[i], cells.texts("mtype")[i].replaceAll("[^A-Za-z0-9_-]", "_"));
        }
        return names;
    }
}
