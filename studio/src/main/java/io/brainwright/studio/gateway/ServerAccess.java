package io.brainwright.studio.gateway;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DescribeServerRequest;
import io.brainwright.proto.fabric.v1.GatewayServiceGrpc;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server and what it takes to be let in.
 *
 * @param address where its gateway answers
 * @param keys copy of its key folder
 */
public record ServerAccess(ServerAddress address, KeyFolder keys) {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /**
     * What a process that works with the server must know, as properties of its application; asks the server where its Kafka is.
     *
     * @throws Problem UNAVAILABLE where it does not answer or does not accept the keys
     */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("brainwright.server", address.toString());
        properties.put("brainwright.keys", keys.folder().toString());
        properties.put("brainwright.kafka.bootstrap", kafka());
        return properties;
    }

    private String kafka() {
        var channel = address.channel(keys);
        try {
            return GatewayServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(ANSWER_WITHIN)
                    .describeServer(DescribeServerRequest.getDefaultInstance())
                    .getKafkaBootstrap();
        } catch (StatusRuntimeException refused) {
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "SERVER_DOES_NOT_ANSWER",
                    "The server %s does not answer: %s.".formatted(address, refused.getStatus()),
                    "See whether it runs, and whether %s is a copy of its key folder.".formatted(keys.folder()),
                    Map.of("server", address.toString(), "status", String.valueOf(refused.getStatus())),
                    List.of(),
                    refused);
        } finally {
            channel.shutdownNow();
        }
    }
}
