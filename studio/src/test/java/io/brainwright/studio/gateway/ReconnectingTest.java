package io.brainwright.studio.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReconnectingTest {
    private final Fake fake = new Fake();
    private final Reconnecting channel = new Reconnecting(fake);

    @Test
    void aCallAfterAFailureTriesTheConnectionAnewInsteadOfWaiting() {
        call();
        assertThat(fake.resets).as("nothing to reset while it is ready").isZero();
        fake.state = ConnectivityState.TRANSIENT_FAILURE;
        call();
        call();
        assertThat(fake.resets).isEqualTo(2);
        assertThat(fake.calls).as("and each call goes its way").isEqualTo(3);
    }

    private void call() {
        channel.newCall(SimServiceGrpc.getListBackendsMethod(), CallOptions.DEFAULT);
    }

    /** A channel in a given state that counts. */
    private static final class Fake extends ManagedChannel {
        private ConnectivityState state = ConnectivityState.READY;
        private int resets;
        private int calls;

        @Override
        public ConnectivityState getState(boolean requestConnection) {
            return state;
        }

        @Override
        public void resetConnectBackoff() {
            resets++;
        }

        @Override
        public <A, B> ClientCall<A, B> newCall(MethodDescriptor<A, B> method, CallOptions options) {
            calls++;
            return new ClientCall<>() {
                @Override
                public void start(Listener<B> listener, io.grpc.Metadata headers) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void request(int messages) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void cancel(
                        @org.jspecify.annotations.Nullable String message,
                        @org.jspecify.annotations.Nullable Throwable cause) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void halfClose() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void sendMessage(A message) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public String authority() {
            return "fake";
        }

        @Override
        public ManagedChannel shutdown() {
            return this;
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public ManagedChannel shutdownNow() {
            return this;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
