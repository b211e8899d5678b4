package io.brainwright.fabric.keys;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Refuses calls without the token; the health check alone needs none. */
public final class TokenGuard implements ServerInterceptor {
    /** Where a call carries the token. */
    public static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final String HEALTH = "grpc.health.v1.Health";

    private final byte[] expected;

    public TokenGuard(KeyFolder keys) {
        this.expected = bearer(keys).getBytes(StandardCharsets.UTF_8);
    }

    static String bearer(KeyFolder keys) {
        return "Bearer " + keys.token();
    }

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        if (HEALTH.equals(call.getMethodDescriptor().getServiceName()) || admitted(headers)) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.UNAUTHENTICATED.withDescription(
                        "This server asks for its token; give the client the server's key folder (--keys DIR)."),
                new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private boolean admitted(Metadata headers) {
        var shown = headers.get(AUTHORIZATION);
        return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), expected);
    }
}
