package io.brainwright.agents.chat;

import io.brainwright.agents.run.Services;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.LayerFacts;
import io.brainwright.proto.atlas.v1.ListRegionsRequest;
import io.brainwright.proto.atlas.v1.ListRegionsResponse;
import io.brainwright.proto.atlas.v1.Region;
import io.brainwright.proto.library.v1.Document;
import io.brainwright.proto.library.v1.FoundPassage;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.Quote;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.brainwright.proto.library.v1.Value;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tools that look, over services that know S1HL only and a library with one value. */
public final class QuerySample implements AutoCloseable {
    private final Server server;
    private final ManagedChannel channel;
    private final String source;

    /** A library whose one value has this source. */
    public QuerySample(String source) throws IOException {
        this.source = source;
        var name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .directExecutor()
                .addService(new OneRegion())
                .addService(new OneValue())
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    /** The tools over a workspace. */
    public QueryTools tools(Path workspace) {
        return new QueryTools(Services.on(channel), new NoDatasets(), workspace);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private static final class OneRegion extends AtlasServiceGrpc.AtlasServiceImplBase {
        @Override
        public void listRegions(ListRegionsRequest request, StreamObserver<ListRegionsResponse> reply) {
            reply.onNext(ListRegionsResponse.newBuilder()
                    .addRegions(Region.newBuilder().setAcronym("S1HL").setName("hindlimb region"))
                    .build());
            reply.onCompleted();
        }

        @Override
        public void describeRegion(DescribeRegionRequest request, StreamObserver<DescribeRegionResponse> reply) {
            if (!request.getRegion().equals("S1HL")) {
                reply.onError(Status.NOT_FOUND
                        .withDescription("There is no region " + request.getRegion())
                        .asRuntimeException());
                return;
            }
            reply.onNext(DescribeRegionResponse.newBuilder()
                    .setRegion(Region.newBuilder().setAcronym("S1HL").setName("hindlimb region"))
                    .addLayers(LayerFacts.newBuilder().setLayer(4).setThicknessUm(190))
                    .build());
            reply.onCompleted();
        }
    }

    private final class OneValue extends LibraryServiceGrpc.LibraryServiceImplBase {
        @Override
        public void search(SearchRequest request, StreamObserver<SearchResponse> reply) {
            reply.onNext(SearchResponse.newBuilder()
                    .addValues(Value.newBuilder()
                            .setPath("layers.4.density")
                            .setDescription("density of layer 4")
                            .setValue(100000)
                            .setUnit("1/mm3")
                            .setSource(source))
                    .setMatches(1)
                    .addPassages(FoundPassage.newBuilder()
                            .setQuote(Quote.newBuilder()
                                    .setDocumentId("3fa91c02")
                                    .setPassage(7)
                                    .setEnd(source.length())
                                    .setText(source))
                            .setSection("Results")
                            .setPage(4)
                            .setDocument(Document.newBuilder().setCitation("Somebody 2001, a journal")))
                    .setPassageMatches(3)
                    .build());
            reply.onCompleted();
        }
    }

    private static final class NoDatasets implements Datasets {
        @Override
        public Manifest manifest(DatasetId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Batch read(DatasetId id, String table) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Batch read(DatasetId id, String table, int chunk) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Manifest> list() {
            return List.of();
        }
    }
}
