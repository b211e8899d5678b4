package io.brainwright.library.service;

import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.shelf.Kept;
import io.brainwright.proto.library.v1.KeptMorphology;
import io.brainwright.proto.library.v1.KeptTrace;

/** Makes datasets of the files that hold data: shapes of cells, recordings. */
final class KeptDatasets {
    private final MorphologyImportStage morphologies;
    private final TraceImportStage traces;
    private final Builds builds;

    KeptDatasets(MorphologyImportStage morphologies, TraceImportStage traces, Builds builds) {
        this.morphologies = morphologies;
        this.traces = traces;
        this.builds = builds;
    }

    /** Makes the dataset of a document; gives its id, empty where such a document has none. */
    String make(Kept kept) {
        var d = kept.document();
        return switch (d.kind()) {
            case MORPHOLOGY ->
                builds.build(
                                morphologies,
                                morphologies.complete(KeptMorphology.newBuilder()
                                        .setSha256(d.id())
                                        .setFormat(d.format())
                                        .setName(d.title())
                                        .setLicence(d.licence())
                                        .setCitation(d.citation())
                                        .build()),
                                _ -> {})
                        .manifest()
                        .id()
                        .hex();
            case TRACE ->
                builds.build(
                                traces,
                                traces.complete(KeptTrace.newBuilder()
                                        .setSha256(d.id())
                                        .setFormat(d.format())
                                        .setName(d.title())
                                        .setLicence(d.licence())
                                        .setCitation(d.citation())
                                        .build()),
                                _ -> {})
                        .manifest()
                        .id()
                        .hex();
            case PAPER, REFERENCE, MODEL, TABLE -> "";
        };
    }
}
