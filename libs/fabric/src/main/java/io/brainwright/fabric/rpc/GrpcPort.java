package io.brainwright.fabric.rpc;

import org.springframework.context.ApplicationListener;
import org.springframework.grpc.server.lifecycle.GrpcServerStartedEvent;

/** Remembers on which port the gRPC server of this process listens, also where any free one was asked for. */
public final class GrpcPort implements ApplicationListener<GrpcServerStartedEvent> {
    private volatile int port = -1;

    /** The port; -1 where no server listens on the network. */
    public int port() {
        return port;
    }

    @Override
    public void onApplicationEvent(GrpcServerStartedEvent started) {
        if (started.getPort() > 0) {
            port = started.getPort();
        }
    }
}
