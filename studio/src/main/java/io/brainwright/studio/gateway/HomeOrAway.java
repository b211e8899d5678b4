package io.brainwright.studio.gateway;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import java.util.List;

/** Calls of the library and of plugged-in stages stay in this process, where the scientist's files are; all others go to the server. */
public final class HomeOrAway extends Channel {
    private static final List<String> HOME = List.of("brainwright.library.", "brainwright.plugin.");

    private final Channel home;
    private final Channel away;

    public HomeOrAway(Channel home, Channel away) {
        this.home = home;
        this.away = away;
    }

    @Override
    public <A, B> ClientCall<A, B> newCall(MethodDescriptor<A, B> method, CallOptions options) {
        var channel = HOME.stream().anyMatch(method.getFullMethodName()::startsWith) ? home : away;
        return channel.newCall(method, options);
    }

    @Override
    public String authority() {
        return away.authority();
    }
}
