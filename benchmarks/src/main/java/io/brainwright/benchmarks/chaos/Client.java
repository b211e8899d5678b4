package io.brainwright.benchmarks.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A scientist at a terminal: asks, and asks again when something went wrong. */
final class Client {
    private static final int STUBBORNNESS = 12;

    private final Program program;
    private final Path workspace;
    private final List<String> server;
    private volatile int asked;
    private volatile @Nullable Process current;

    private Client(Program program, Path workspace, List<String> server) {
        this.program = program;
        this.workspace = workspace;
        this.server = server;
    }

    /** A client of a household's gateway. */
    static Client of(Household household, Member gateway, Path workspace) {
        return new Client(
                household.program(),
                workspace,
                List.of(
                        "--server",
                        household.address(gateway),
                        "--keys",
                        household.keys().folder().toString()));
    }

    /** A client who has everything in one process. */
    static Client alone(Program program, Path workspace) {
        return new Client(program, workspace, List.of());
    }

    /** Asks until there is an answer, but not for ever. */
    Answer insist(String request) throws InterruptedException {
        return insist(request, () -> true);
    }

    /** Asks until there is an answer; what fails before peace returned is not counted. */
    Answer insist(String request, BooleanSupplier peace) throws InterruptedException {
        var answer = ask(request);
        for (int i = 0; i < STUBBORNNESS && !answer.isGood(); i += peace.getAsBoolean() ? 1 : 0) {
            Thread.sleep(1000);
            answer = ask(request);
        }
        return answer;
    }

    /** Asks once. */
    Answer ask(String request) throws InterruptedException {
        return begin(request).await();
    }

    /** How often it has asked so far. */
    int asked() {
        return asked;
    }

    /** SIGKILL to the process that asks; false where none does. */
    boolean killCurrent() {
        var process = current;
        return process != null && process.isAlive() && process.destroyForcibly() != null;
    }

    /** Begins to ask. */
    Asking begin(String request) {
        asked++;
        return run(List.of("ask", request, "--yes", "--json"));
    }

    /** Begins any verb. */
    Asking run(List<String> verb) {
        try {
            Files.createDirectories(workspace);
            var arguments = new ArrayList<>(verb);
            arguments.addAll(server);
            arguments.addAll(List.of("--workspace", workspace.toString()));
            var said = Files.createTempFile(program.logs(), "client-", ".log");
            var process = program.process("io.brainwright.studio.Studio", arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            current = process;
            return new Asking(process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A client that waits for its answer.
     *
     * @param process its process
     * @param said file of what it says
     */
    record Asking(Process process, Path said) {
        Answer await() throws InterruptedException {
            int code = process.waitFor();
            try {
                return Answer.of(code, Files.readString(said));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ctrl-C. */
        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
