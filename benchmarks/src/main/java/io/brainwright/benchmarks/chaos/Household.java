package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.keys.KeyFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The platform as processes on this machine, as compose runs it as containers: broker, six services and a twin, two gateways, all
 * with keys. The line between the first synthesis service and the broker can be cut.
 */
final class Household implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Program program;
    private final KeyFolder keys;
    private final Path data;
    private final Map<Member, Integer> ports = new EnumMap<>(Member.class);
    private final Map<Member, Process> running = new EnumMap<>(Member.class);
    private final int behind;
    private final int cutPort;
    private final CutLine line;

    /**
     * @param program what to start
     * @param keys for all of them
     * @param data folder of the broker
     */
    Household(Program program, KeyFolder keys, Path data) throws IOException {
        this.program = program;
        this.keys = keys;
        this.data = data;
        for (var member : Member.values()) {
            ports.put(member, freePort());
        }
        this.behind = freePort();
        this.cutPort = freePort();
        this.line = new CutLine(cutPort, behind);
    }

    /** Starts all, and waits until each of them listens. */
    void start() throws InterruptedException {
        start(EnumSet.allOf(Member.class));
    }

    /** Starts some, the broker first, and waits until each of them listens. */
    void start(Set<Member> members) throws InterruptedException {
        begin(Member.KAFKA);
        awaitListening(Member.KAFKA);
        for (var member : members) {
            if (member != Member.KAFKA) {
                begin(member);
            }
        }
        for (var member : members) {
            awaitListening(member);
        }
    }

    /** Process ids of those that run. */
    Map<Member, Long> pids() {
        var pids = new EnumMap<Member, Long>(Member.class);
        running.forEach((member, process) -> pids.put(member, process.pid()));
        return pids;
    }

    /** Starts one that is down. */
    void begin(Member member) {
        begin(member, Map.of());
    }

    void begin(Member member, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("BRAINWRIGHT_KEYS", keys.folder().toString());
        running.put(member, program.start(member.label(), member.main(), all, arguments(member)));
    }

    /** SIGKILL. */
    void kill(Member member) throws InterruptedException {
        var process = running.get(member);
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    boolean isAlive(Member member) {
        var process = running.get(member);
        return process != null && process.isAlive();
    }

    /** The wire between the first synthesis service and the broker. */
    CutLine line() {
        return line;
    }

    /** Address of the broker. */
    String kafka() {
        return "localhost:" + port(Member.KAFKA);
    }

    KeyFolder keys() {
        return keys;
    }

    Path data() {
        return data;
    }

    Program program() {
        return program;
    }

    /** Address of a gateway. */
    String address(Member gateway) {
        return "localhost:" + port(gateway);
    }

    /** Waits until a member answers on its port. */
    void awaitListening(Member member) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port(member))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(member.label() + " does not listen; see its log in " + program.logs());
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(Process::destroyForcibly);
        line.close();
    }

    private List<String> arguments(Member member) {
        int port = port(member);
        if (member == Member.KAFKA) {
            return List.of(
                    data.toString(),
                    keys.folder().toString(),
                    "BROKER=%d=localhost:%d".formatted(port, port),
                    "CUT=%d=localhost:%d".formatted(behind, cutPort));
        }
        if (member.isService()) {
            var kafka = member == Member.SYNTHESIS ? "localhost:" + cutPort : kafka();
            return List.of(
                    "--spring.grpc.server.port=" + port,
                    "--brainwright.kafka.bootstrap=" + kafka,
                    "--brainwright.workers=1");
        }
        var arguments =
                new ArrayList<>(List.of(String.valueOf(port), keys.folder().toString(), kafka()));
        var synthesis = member == Member.GATEWAY ? Member.SYNTHESIS : Member.TWIN;
        for (var service :
                List.of(Member.ATLAS, Member.PLACEMENT, synthesis, Member.CONNECTOME, Member.SIM, Member.RENDER)) {
            var stage = service == Member.TWIN ? Member.SYNTHESIS : service;
            arguments.add(stage.label() + "=localhost:" + port(service));
        }
        return arguments;
    }

    private int port(Member member) {
        return Objects.requireNonNull(ports.get(member));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
