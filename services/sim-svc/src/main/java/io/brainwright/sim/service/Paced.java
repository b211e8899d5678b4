package io.brainwright.sim.service;

import io.grpc.stub.CallStreamObserver;

/** Sends messages no faster than the other side takes them. */
final class Paced<T> {
    /** chosen: longer than a garbage collection or a checkpoint on the other side. */
    private static final long PATIENCE_MS = 300_000;

    private final CallStreamObserver<T> to;
    private boolean over;

    /** Made before the call begins: the handler for readiness is set then. */
    Paced(CallStreamObserver<T> to) {
        this.to = to;
        to.setOnReadyHandler(this::wake);
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** The other side is gone; who waits to send fails. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized void send(T message) {
        long until = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!to.isReady() && !over) {
            long left_ms = (until - System.nanoTime()) / 1_000_000;
            if (left_ms <= 0) {
                throw new IllegalStateException("takes no messages");
            }
            try {
                wait(left_ms);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (over) {
            throw new IllegalStateException("has ended the call");
        }
        to.onNext(message);
    }
}
