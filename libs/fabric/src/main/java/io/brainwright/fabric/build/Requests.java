package io.brainwright.fabric.build;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;

/** Requests as JSON within tasks. */
final class Requests {
    private Requests() {}

    static String write(Message request) {
        try {
            return JsonFormat.printer().preservingProtoFieldNames().print(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a request that cannot be printed: " + request, e);
        }
    }

    @SuppressWarnings("unchecked")
    static <R extends Message> R read(Stage<R> stage, String json) {
        var builder = stage.emptyRequest().newBuilderForType();
        try {
            JsonFormat.parser().merge(json, builder);
        } catch (InvalidProtocolBufferException e) {
            throw new Problem(
                    Kind.INTERNAL,
                    "REQUEST_NOT_UNDERSTOOD",
                    "A task of stage %s holds a request that cannot be read: %s.".formatted(stage.name(), e),
                    "Run the same version of Brainwright everywhere.",
                    Map.of("stage", stage.name(), "cause", String.valueOf(e)),
                    List.of(),
                    e);
        }
        return (R) builder.build();
    }
}
