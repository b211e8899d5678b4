package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.library.model.morphology.ImportedShape;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.KeptMorphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a dataset of one cell, with the id 0, from a file that the workspace keeps. */
public final class MorphologyImportStage implements Stage<KeptMorphology> {
    private final MorphologyShelf shelf;

    /** @param workspace the scientist's folder */
    public MorphologyImportStage(Path workspace) {
        this.shelf = new MorphologyShelf(workspace);
    }

    MorphologyShelf shelf() {
        return shelf;
    }

    @Override
    public String name() {
        return "morphology-import";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public KeptMorphology emptyRequest() {
        return KeptMorphology.getDefaultInstance();
    }

    @Override
    public KeptMorphology complete(KeptMorphology request) {
        var faults = new ArrayList<FieldFault>();
        if (!request.getSha256().matches("[0-9a-f]{64}")) {
            faults.add(new FieldFault(
                    "sha256", "is '%s'; give 64 lower-case hexadecimal digits".formatted(request.getSha256())));
        }
        if (!request.getFormat().matches("swc|h5")) {
            faults.add(new FieldFault("format", "is '%s'; give 'swc' or 'h5'".formatted(request.getFormat())));
        }
        required(faults, "name", request.getName());
        required(faults, "licence", request.getLicence());
        required(faults, "citation", request.getCitation());
        if (!faults.isEmpty()) {
            throw Problem.invalid("This morphology cannot be imported.", faults);
        }
        return request;
    }

    /** Licence and citation must be told; a scientist who does not know them says so. */
    static void required(List<FieldFault> faults, String field, String value) {
        if (value.isBlank()) {
            faults.add(new FieldFault(field, "is empty; give the %s, or 'unknown'".formatted(field)));
        }
    }

    @Override
    public List<DatasetId> inputs(KeptMorphology request) {
        return List.of();
    }

    @Override
    public List<TableSchema> tables(KeptMorphology request) {
        return List.of(MorphologyTable.SCHEMA);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "imported";
    }

    @Override
    public List<ChunkSpec> chunks(KeptMorphology request, Datasets inputs) {
        return List.of(new ChunkSpec(0, request.getName(), 0, 1, 1));
    }

    @Override
    public void make(KeptMorphology request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var shape = ImportedShape.of(shelf.read(request));
        out.write(MorphologyTable.toBatch(new long[] {0}, new Morphology[] {shape.cell()}));
        out.progress(1, request.getName());
    }
}
