package io.brainwright.agents.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.agents.audit.AuditLine.Kind;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Logs every call of a service: its name, its request, how it ended, how long it took. Headers are not logged. */
public final class AuditedCalls implements ClientInterceptor {
    private final Audit audit;

    public AuditedCalls(Audit audit) {
        this.audit = audit;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new Audited<>(method.getFullMethodName(), next.newCall(method, options));
    }

    /** One call; the plan is that of the thread which makes it. */
    private final class Audited<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private final String name;
        private final @Nullable String plan = Audit.plan();
        private final long began = System.nanoTime();
        private JsonNode request = JsonNodeFactory.instance.objectNode();

        Audited(String name, ClientCall<Q, A> call) {
            super(call);
            this.name = name;
        }

        @Override
        public void sendMessage(Q message) {
            request = json(message);
            super.sendMessage(message);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<A>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            try {
                                close(status);
                            } finally {
                                super.onClose(status, trailers);
                            }
                        }
                    },
                    headers);
        }

        private void close(Status status) {
            var said = status.getDescription();
            audit.record(
                    Kind.GRPC,
                    name,
                    request,
                    status.isOk() ? AuditLine.OK : status.getCode() + (said == null ? "" : ": " + said),
                    Duration.ofNanos(System.nanoTime() - began),
                    plan);
        }
    }

    private static JsonNode json(@Nullable Object message) {
        if (message instanceof Message request) {
            try {
                return JsonMapper.shared()
                        .readTree(
                                JsonFormat.printer().preservingProtoFieldNames().print(request));
            } catch (InvalidProtocolBufferException unprintable) {
                return JsonNodeFactory.instance.stringNode(
                        "a message that cannot be printed: " + unprintable.getMessage());
            }
        }
        return JsonNodeFactory.instance.stringNode(String.valueOf(message));
    }
}
