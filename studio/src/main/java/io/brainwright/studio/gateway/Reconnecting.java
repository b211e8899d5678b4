package io.brainwright.studio.gateway;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;

/**
 * A channel that tries the connection anew whenever it is called. A channel by itself waits longer after each failure, up to two
 * minutes, and refuses calls meanwhile, long after its service is back.
 */
public final class Reconnecting extends Channel {
    private final ManagedChannel channel;

    public Reconnecting(ManagedChannel channel) {
        this.channel = channel;
    }

    @Override
    public <A, B> ClientCall<A, B> newCall(MethodDescriptor<A, B> method, CallOptions options) {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
        return channel.newCall(method, options);
    }

    @Override
    public String authority() {
        return channel.authority();
    }
}
