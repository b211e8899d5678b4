package io.brainwright.benchmarks.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The built program, as {@code brainwright app DIR} copies it, and how its processes are started.
 *
 * @param app folder with studio.jar and lib/
 * @param logs folder for what the processes say
 */
record Program(Path app, Path logs) {
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-ea:io.brainwright...",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    static {
        // A suite that is told to end leaves no process behind that holds ports and memory.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    }

    /** Starts a main class; its output goes to a log of that name. */
    Process start(String name, String main, Map<String, String> environment, List<String> arguments) {
        var process = process(main, arguments);
        process.environment().putAll(environment);
        process.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(name + ".log").toFile()));
        try {
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of a main class, not started yet. */
    ProcessBuilder process(String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx512m");
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", app.resolve("studio.jar") + ":" + app.resolve("lib") + "/*", main));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
