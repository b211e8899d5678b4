package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.intake.Library;
import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.library.v1.AuditRequest;
import io.brainwright.proto.library.v1.AuditResponse;
import io.brainwright.proto.library.v1.ImportMorphologyRequest;
import io.brainwright.proto.library.v1.ImportMorphologyResponse;
import io.brainwright.proto.library.v1.ImportProgress;
import io.brainwright.proto.library.v1.ImportRequest;
import io.brainwright.proto.library.v1.LibraryServiceGrpc.LibraryServiceImplBase;
import io.brainwright.proto.library.v1.ListDocumentsRequest;
import io.brainwright.proto.library.v1.ListDocumentsResponse;
import io.brainwright.proto.library.v1.ReleaseProgress;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.brainwright.proto.library.v1.ShowPassageRequest;
import io.brainwright.proto.library.v1.ShowPassageResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Speaks gRPC for the data bank. */
public final class LibraryGrpc extends LibraryServiceImplBase {
    private final Library library;
    private final SearchAnswers search;
    private final DocumentAnswers documents;
    private final FileImports files;
    private final Datasets datasets;
    private final ReleaseWriter writer;
    private final MorphologyImports imports;
    private final StageCalls calls;

    /**
     * @param library documents and their passages
     * @param datasets what was built
     * @param builds where datasets are built
     * @param stage makes datasets of shapes
     * @param traces makes datasets of recordings
     */
    public LibraryGrpc(
            Library library, Datasets datasets, Builds builds, MorphologyImportStage stage, TraceImportStage traces) {
        this.library = library;
        this.search = new SearchAnswers(new ValueSearch(ShippedRecipes.all()), library, datasets);
        this.documents = new DocumentAnswers(library);
        this.files = new FileImports(library, new KeptDatasets(stage, traces, builds));
        this.datasets = datasets;
        this.writer = new ReleaseWriter(datasets);
        this.imports = new MorphologyImports(stage, builds);
        this.calls = new StageCalls("library.brainwright.io", builds);
    }

    @Override
    public void search(SearchRequest request, StreamObserver<SearchResponse> reply) {
        calls.answer(reply, () -> search.answer(request));
    }

    @Override
    public void import_(ImportRequest request, StreamObserver<ImportProgress> reply) {
        var worker = Thread.currentThread();
        ((ServerCallStreamObserver<ImportProgress>) reply).setOnCancelHandler(worker::interrupt);
        calls.guard(reply, () -> {
            files.answer(request, reply::onNext);
            reply.onCompleted();
        });
    }

    @Override
    public void listDocuments(ListDocumentsRequest request, StreamObserver<ListDocumentsResponse> reply) {
        calls.answer(reply, () -> documents.list(request));
    }

    @Override
    public void showPassage(ShowPassageRequest request, StreamObserver<ShowPassageResponse> reply) {
        calls.answer(reply, () -> documents.show(request));
    }

    @Override
    public void audit(AuditRequest request, StreamObserver<AuditResponse> reply) {
        calls.answer(reply, () -> AuditAnswers.answer(request));
    }

    @Override
    public void importMorphology(ImportMorphologyRequest request, StreamObserver<ImportMorphologyResponse> reply) {
        calls.answer(reply, () -> {
            var answer = imports.answer(request);
            library.catchUp();
            return answer;
        });
    }

    @Override
    public void estimate(ReleaseRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> estimate(request));
    }

    @Override
    public void release(ReleaseRequest request, StreamObserver<ReleaseProgress> reply) {
        var worker = Thread.currentThread();
        ((ServerCallStreamObserver<ReleaseProgress>) reply).setOnCancelHandler(worker::interrupt);
        calls.guard(reply, () -> {
            var result = writer.write(
                    request,
                    done -> reply.onNext(
                            ReleaseProgress.newBuilder().setProgress(done).build()));
            reply.onNext(ReleaseProgress.newBuilder().setResult(result).build());
            reply.onCompleted();
        });
    }

    private Estimate estimate(ReleaseRequest request) {
        writer.check(request);
        long bytes = List.of(
                        request.getCells(),
                        request.getMorphologies(),
                        request.getSynapses(),
                        request.getSimulation(),
                        request.getVessels(),
                        request.getEndfeet(),
                        request.getWrapped())
                .stream()
                .map(DatasetRef::getId)
                .filter(id -> !id.isEmpty())
                .mapToLong(id -> datasets.manifest(new DatasetId(id)).bytes())
                .sum();
        return Estimate.newBuilder()
                .setSeconds(1 + bytes / 20e6) // chosen: 20 MB/s, SWC text being the slowest part
                .setMemoryBytes(2 * bytes)
                .setDiskBytes(2 * bytes)
                .setAmount(bytes)
                .setUnit("bytes")
                .addNotes("HDF5 and SWC files are taken to be twice as large as the datasets.")
                .build();
    }
}
