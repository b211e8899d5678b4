package io.brainwright.plugin.service;

import com.google.protobuf.ByteString;
import io.brainwright.fabric.table.ArrowCodec;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.stage.v1.Action;
import io.brainwright.proto.stage.v1.Chunk;
import io.brainwright.proto.stage.v1.ChunkOutput;
import io.brainwright.proto.stage.v1.ChunksResponse;
import io.brainwright.proto.stage.v1.DescribeRequest;
import io.brainwright.proto.stage.v1.Description;
import io.brainwright.proto.stage.v1.Order;
import io.brainwright.proto.stage.v1.OutputRows;
import io.brainwright.proto.stage.v1.OutputTable;
import io.brainwright.proto.stage.v1.Parameter;
import io.brainwright.proto.stage.v1.ParameterType;
import io.brainwright.proto.stage.v1.ParameterValue;
import io.brainwright.proto.stage.v1.Phrases;
import io.brainwright.proto.stage.v1.StageInput;
import io.brainwright.proto.stage.v1.StageRequest;
import io.brainwright.proto.stage.v1.StageServiceGrpc.StageServiceImplBase;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A plug-in whose every answer a test can spoil: counts from 0, ten rows to a chunk. */
final class FakeStage extends StageServiceImplBase implements AutoCloseable {
    static final int ROWS = 10;
    static final TableSchema COUNTS = new TableSchema(
            "counts",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "what is counted", "fake"),
                    Column.of("value", ColumnType.F64, "um", "half of it", "fake")));

    final AtomicInteger made = new AtomicInteger();
    Description description = described("counter", 1);
    BiConsumer<Order, StreamObserver<ChunkOutput>> run = (order, out) -> rows(order, out);
    private final Server server;

    FakeStage(int port) throws IOException {
        server = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                .addService(this)
                .build()
                .start();
    }

    String target() {
        return "127.0.0.1:" + server.getPort();
    }

    int port() {
        return server.getPort();
    }

    static Description described(String name, int version) {
        var chunks = Parameter.newBuilder()
                .setName("chunks")
                .setType(ParameterType.PARAMETER_TYPE_INTEGER)
                .setUnit("1")
                .setMin(1)
                .setMax(50)
                .setDefaultValue(ParameterValue.newBuilder().setInteger(3))
                .setSource("chosen: a few");
        var action = Action.newBuilder()
                .setName("count")
                .setMeaning("Counts.")
                .addWords(Phrases.newBuilder().setLanguage("en").addPhrases("count up"))
                .addParameters(chunks)
                .addTables(table(COUNTS));
        return Description.newBuilder()
                .setContract(1)
                .setName(name)
                .setVersion(version)
                .setMeaning("Counts")
                .setVerb("counted")
                .setUnit("numbers")
                .addActions(action)
                .build();
    }

    static OutputTable table(TableSchema schema) {
        return OutputTable.newBuilder()
                .setArrowSchema(ByteString.copyFrom(ArrowCodec.encode(Batch.concat(schema, List.of()))))
                .addKey("node_id")
                .build();
    }

    static ChunkOutput rows(TableSchema schema, long[] ids, double[] values) {
        var arrow = ByteString.copyFrom(ArrowCodec.encode(Batch.of(schema, ids, values)));
        return ChunkOutput.newBuilder()
                .setRows(OutputRows.newBuilder().setArrow(arrow))
                .build();
    }

    private void rows(Order order, StreamObserver<ChunkOutput> out) {
        var ids = new long[ROWS];
        var values = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = order.getChunk().getFirst() + i;
            values[i] = ids[i] / 2.0;
        }
        out.onNext(rows(COUNTS, ids, values));
        out.onCompleted();
    }

    @Override
    public void describe(DescribeRequest request, StreamObserver<Description> reply) {
        reply.onNext(description);
        reply.onCompleted();
    }

    @Override
    public void estimate(StageRequest request, StreamObserver<Estimate> reply) {
        reply.onNext(Estimate.newBuilder().setAmount(30).setUnit("numbers").build());
        reply.onCompleted();
    }

    @Override
    public StreamObserver<StageInput> chunks(StreamObserver<ChunksResponse> reply) {
        return listening(order -> {
            var chunks = ChunksResponse.newBuilder();
            long n = order.getRequest().getParameters(0).getValue().getInteger();
            for (int i = 0; i < n; i++) {
                chunks.addChunks(Chunk.newBuilder()
                        .setIndex(i)
                        .setLabel("ten from " + i * ROWS)
                        .setFirst((long) i * ROWS)
                        .setEnd((i + 1L) * ROWS)
                        .setAmount(ROWS));
            }
            reply.onNext(chunks.build());
            reply.onCompleted();
        });
    }

    @Override
    public StreamObserver<StageInput> runChunk(StreamObserver<ChunkOutput> reply) {
        return listening(order -> {
            made.incrementAndGet();
            run.accept(order, reply);
        });
    }

    private static StreamObserver<StageInput> listening(java.util.function.Consumer<Order> then) {
        return new StreamObserver<>() {
            private Order order = Order.getDefaultInstance();

            @Override
            public void onNext(StageInput part) {
                order = part.hasOrder() ? part.getOrder() : order;
            }

            @Override
            public void onError(Throwable gone) {}

            @Override
            public void onCompleted() {
                then.accept(order);
            }
        };
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
