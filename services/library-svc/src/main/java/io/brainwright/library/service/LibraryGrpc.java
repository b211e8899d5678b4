package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.library.v1.ImportMorphologyRequest;
import io.brainwright.proto.library.v1.ImportMorphologyResponse;
import io.brainwright.proto.library.v1.LibraryServiceGrpc.LibraryServiceImplBase;
import io.brainwright.proto.library.v1.ReleaseProgress;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Speaks gRPC for the data bank. */
public final class LibraryGrpc extends LibraryServiceImplBase {
    private final ValueSearch search;
    private final Datasets datasets;
    private final ReleaseWriter writer;
    private final MorphologyImports imports;
    private final StageCalls calls;

    public LibraryGrpc(ValueSearch search, Datasets datasets, Builds builds, MorphologyImportStage stage) {
        this.search = search;
        this.datasets = datasets;
        this.writer = new ReleaseWriter(datasets);
        this.imports = new MorphologyImports(stage, builds);
        this.calls = new StageCalls("library.brainwright.io", builds);
    }

    @Override
    public void search(SearchRequest request, StreamObserver<SearchResponse> reply) {
        calls.answer(reply, () -> SearchAnswers.answer(search, request));
    }

    @Override
    public void importMorphology(ImportMorphologyRequest request, StreamObserver<ImportMorphologyResponse> reply) {
        calls.answer(reply, () -> imports.answer(request));
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
                        request.getCells(), request.getMorphologies(), request.getSynapses(), request.getSimulation())
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
