package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.library.model.intake.Library;
import io.brainwright.library.model.trace.Recording;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.KeptTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a dataset of a recording that the library keeps; one chunk, for a recording is one file. */
public final class TraceImportStage implements Stage<KeptTrace> {
    private final Library library;

    /** @param library where recordings are kept */
    public TraceImportStage(Library library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "trace-import";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public KeptTrace emptyRequest() {
        return KeptTrace.getDefaultInstance();
    }

    @Override
    public KeptTrace complete(KeptTrace request) {
        var faults = new ArrayList<FieldFault>();
        if (!request.getSha256().matches("[0-9a-f]{64}")) {
            faults.add(new FieldFault(
                    "sha256", "is '%s'; give 64 lower-case hexadecimal digits".formatted(request.getSha256())));
        }
        if (!request.getFormat().matches("csv|nwb")) {
            faults.add(new FieldFault("format", "is '%s'; give 'csv' or 'nwb'".formatted(request.getFormat())));
        }
        MorphologyImportStage.required(faults, "name", request.getName());
        MorphologyImportStage.required(faults, "licence", request.getLicence());
        MorphologyImportStage.required(faults, "citation", request.getCitation());
        if (!faults.isEmpty()) {
            throw Problem.invalid("This recording cannot be imported.", faults);
        }
        return request;
    }

    @Override
    public List<DatasetId> inputs(KeptTrace request) {
        return List.of();
    }

    @Override
    public List<TableSchema> tables(KeptTrace request) {
        return List.of(TraceTables.CHANNELS, TraceTables.VOLTAGES, TraceTables.CURRENTS);
    }

    @Override
    public String unit() {
        return "channels";
    }

    @Override
    public String verb() {
        return "imported";
    }

    @Override
    public List<ChunkSpec> chunks(KeptTrace request, Datasets inputs) {
        return List.of(new ChunkSpec(
                0, request.getName(), 0, 1, recording(request).channels().size()));
    }

    @Override
    public void make(KeptTrace request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var recording = recording(request);
        out.write(TraceTables.channels(recording));
        for (int c = 0; c < recording.channels().size(); c++) {
            out.write(TraceTables.samples(c, recording.channels().get(c)));
            out.progress(c + 1, recording.channels().get(c).name());
        }
    }

    private Recording recording(KeptTrace request) {
        return library.shelf()
                .find(request.getSha256())
                .map(library::recording)
                .orElseThrow(() -> new Problem(
                        Kind.PRECONDITION,
                        "KEPT_FILE_GONE",
                        "The library no longer has the recording '%s'.".formatted(request.getName()),
                        "Import it again.",
                        Map.of("name", request.getName(), "sha256", request.getSha256())));
    }
}
