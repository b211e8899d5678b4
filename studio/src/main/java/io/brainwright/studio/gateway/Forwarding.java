package io.brainwright.studio.gateway;

import io.brainwright.fabric.keys.TokenGuard;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes calls on to the service that their name belongs to, message by message, without reading them. */
final class Forwarding extends HandlerRegistry {
    private static final String PACKAGE = "brainwright.";

    private final Map<String, Channel> channels;

    /** @param channels a channel per stage name, e.g. {@code atlas} */
    Forwarding(Map<String, ? extends Channel> channels) {
        this.channels = Map.copyOf(channels);
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
        var channel = method.startsWith(PACKAGE) ? channels.get(stage(method)) : null;
        if (channel == null) {
            return null;
        }
        var descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNKNOWN)
                .setFullMethodName(method)
                .setRequestMarshaller(Bytes.AS_THEY_ARE)
                .setResponseMarshaller(Bytes.AS_THEY_ARE)
                .build();
        return ServerMethodDefinition.create(descriptor, (call, headers) -> pass(channel, descriptor, call, headers));
    }

    /** {@code brainwright.atlas.v1.AtlasService/Build} is for {@code atlas}. */
    private static String stage(String method) {
        int end = method.indexOf('.', PACKAGE.length());
        return end < 0 ? "" : method.substring(PACKAGE.length(), end);
    }

    private static ServerCall.Listener<byte[]> pass(
            Channel channel,
            MethodDescriptor<byte[], byte[]> method,
            ServerCall<byte[], byte[]> from,
            Metadata headers) {
        var to = channel.newCall(
                method, CallOptions.DEFAULT.withDeadline(Context.current().getDeadline()));
        headers.discardAll(TokenGuard.AUTHORIZATION);
        var there = new There(from, to);
        to.start(new Back(from, there), headers);
        to.request(1);
        from.request(1);
        return there;
    }

    /**
     * From the caller to the service. The next message is asked for only when the last one could be passed on, so that a slow
     * reader slows the writer down instead of filling the gateway.
     */
    private static final class There extends ServerCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> from;
        private final ClientCall<byte[], byte[]> to;
        private boolean held;
        private boolean heldBack;

        There(ServerCall<byte[], byte[]> from, ClientCall<byte[], byte[]> to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public synchronized void onMessage(byte[] message) {
            to.sendMessage(message);
            if (to.isReady()) {
                from.request(1);
            } else {
                held = true;
            }
        }

        @Override
        public void onHalfClose() {
            to.halfClose();
        }

        @Override
        public void onCancel() {
            to.cancel("The caller went away.", null);
        }

        /** The caller can take more. */
        @Override
        public synchronized void onReady() {
            if (heldBack) {
                heldBack = false;
                to.request(1);
            }
        }

        /** The service can take more. */
        synchronized void onServiceReady() {
            if (held) {
                held = false;
                from.request(1);
            }
        }

        synchronized void back(byte[] message) {
            from.sendMessage(message);
            if (from.isReady()) {
                to.request(1);
            } else {
                heldBack = true;
            }
        }
    }

    /** From the service to the caller. */
    private static final class Back extends ClientCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> from;
        private final There there;

        Back(ServerCall<byte[], byte[]> from, There there) {
            this.from = from;
            this.there = there;
        }

        @Override
        public void onHeaders(Metadata headers) {
            from.sendHeaders(headers);
        }

        @Override
        public void onMessage(byte[] message) {
            there.back(message);
        }

        @Override
        public void onReady() {
            there.onServiceReady();
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            from.close(status, trailers);
        }
    }

    /** Messages as bytes. */
    enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        AS_THEY_ARE;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
