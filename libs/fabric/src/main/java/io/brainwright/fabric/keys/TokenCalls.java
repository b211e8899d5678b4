package io.brainwright.fabric.keys;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** Adds the token to each call. */
public final class TokenCalls implements ClientInterceptor {
    private final String bearer;

    public TokenCalls(KeyFolder keys) {
        this.bearer = TokenGuard.bearer(keys);
    }

    @Override
    public <A, B> ClientCall<A, B> interceptCall(MethodDescriptor<A, B> method, CallOptions options, Channel next) {
        return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<B> listener, Metadata headers) {
                headers.put(TokenGuard.AUTHORIZATION, bearer);
                super.start(listener, headers);
            }
        };
    }
}
