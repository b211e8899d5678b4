package io.brainwright.plugin.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stage in a Python process of its own. */
final class PythonProcess implements AutoCloseable {
    /** An interpreter with grpcio and pyarrow; empty where none was named, and then nothing of Python is proven. */
    static final String INTERPRETER = System.getProperty("brainwright.python", "");

    private static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();

    final String target;
    private final Process process;

    PythonProcess(int port, String script, String... arguments) throws IOException {
        this.target = "127.0.0.1:" + port;
        var command = new ArrayList<>(List.of(INTERPRETER, HOUSE.resolve(script).toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--address", target));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONPATH", HOUSE.resolve("python").toString());
        this.process = builder.start();
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
