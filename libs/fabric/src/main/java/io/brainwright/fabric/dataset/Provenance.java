package io.brainwright.fabric.dataset;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a dataset was made from, and the id that follows from it. */
public final class Provenance {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Provenance() {}

    /**
     * SHA-256 of the canonical JSON of {stage, version, request, inputs}.
     *
     * @param stage name of the stage
     * @param version version of its algorithm
     * @param request the complete request, without fields that change no value
     * @param inputs ids of what it reads, in order
     */
    public static DatasetId id(String stage, int version, Message request, List<DatasetId> inputs) {
        var preimage = CanonicalJson.of(Map.of(
                "stage",
                stage,
                "version",
                version,
                "request",
                tree(request),
                "inputs",
                inputs.stream().map(DatasetId::hex).toList()));
        return new DatasetId(sha256(preimage.getBytes(StandardCharsets.UTF_8)));
    }

    /** The request as canonical JSON: original field names, defaults printed. */
    public static String requestJson(Message request) {
        return CanonicalJson.of(tree(request));
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static Map<?, ?> tree(Message request) {
        try {
            var json = JsonFormat.printer()
                    .preservingProtoFieldNames()
                    .alwaysPrintFieldsWithNoPresence()
                    .print(request);
            return JSON.readValue(json, Map.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a request that cannot be printed: " + request, e);
        }
    }
}
