package io.brainwright.studio;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Says a first word, and the rest only when it is told to. */
final class TalkingStub extends HostedStub {
    static final String FIRST = "Dendrites";
    static final String REST = " gather what axons bring.";

    private final CountDownLatch goOn = new CountDownLatch(1);

    TalkingStub() throws IOException {
        super();
    }

    void goOn() {
        goOn.countDown();
    }

    @Override
    public void close() {
        goOn();
        super.close();
    }

    @Override
    void say(byte[] request, HttpExchange exchange) throws IOException {
        try {
            piece(exchange, "{\"role\": \"assistant\", \"content\": \"" + FIRST + "\"}", "null");
            goOn.await();
            piece(exchange, "{\"content\": \"" + REST + "\"}", "null");
            piece(exchange, "{}", "\"stop\"");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
