package io.brainwright.studio.doctor;

import io.brainwright.agents.experts.Experts;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.SceneFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What can be seen before the platform starts: this machine, this program, the scientist's folder. */
final class MachineChecks {
    private static final double GIB = 0x1p30;
    private static final long LITTLE_HEAP = 1L << 30;
    private static final long LITTLE_DISK = 2L << 30;
    private static final long NO_DISK = 200L << 20;
    private static final int CONNECT_MS = 2000;

    private MachineChecks() {}

    static List<Finding> all(Path workspace, String collector) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok("java", Runtime.version() + ", " + System.getProperty("java.vendor")));
        findings.add(
                Finding.ok("processors", String.valueOf(Runtime.getRuntime().availableProcessors())));
        findings.add(heap());
        findings.add(drawing());
        findings.add(ffmpeg());
        findings.add(folder(workspace));
        if (Files.isDirectory(workspace)) {
            findings.add(disk(workspace));
            findings.add(settings(workspace.resolve("brainwright.yaml")));
            findings.addAll(experts(workspace.resolve("agents")));
        }
        if (!collector.isBlank()) {
            findings.add(collector(collector));
        }
        return findings;
    }

    private static Finding heap() {
        long limit = Runtime.getRuntime().maxMemory();
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var said = "at most %.1f of the machine's %.1f GiB".formatted(limit / GIB, machine.getTotalMemorySize() / GIB);
        return limit < LITTLE_HEAP
                ? Finding.note("heap", said, "Set BRAINWRIGHT_HEAP=2g or more for circuits beyond a hundred cells.")
                : Finding.ok("heap", said);
    }

    /** Letters need fonts and a library that a small system may lack. */
    private static Finding drawing() {
        try {
            var picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
            var pen = picture.createGraphics();
            pen.drawString("mV", 2, 15);
            pen.dispose();
            return Finding.ok("drawing", "works without a screen");
        } catch (RuntimeException | LinkageError broken) {
            return Finding.fault(
                    "drawing",
                    "Java cannot draw letters: " + broken,
                    "Install a full JDK, and the system's fontconfig and freetype.");
        }
    }

    private static Finding ffmpeg() {
        try {
            return Finding.ok("movies", SceneFiles.movieProgram());
        } catch (Problem absent) {
            return Finding.note("movies", absent);
        }
    }

    private static Finding folder(Path workspace) {
        if (!Files.exists(workspace)) {
            return Finding.ok("workspace", workspace + ", not made yet");
        }
        return Files.isDirectory(workspace) && Files.isWritable(workspace)
                ? Finding.ok("workspace", workspace.toString())
                : Finding.fault(
                        "workspace",
                        workspace + " is no folder that can be written to",
                        "Make it writable, or choose another with --workspace DIR.");
    }

    private static Finding disk(Path workspace) {
        try {
            long free = Files.getFileStore(workspace).getUsableSpace();
            var said = "%.1f GiB".formatted(free / GIB);
            var advice = "Make room: 'brainwright datasets gc' frees what nobody needs any longer.";
            if (free < NO_DISK) {
                return Finding.fault("disk free", said + ": the broker stops when it is full", advice);
            }
            return free < LITTLE_DISK ? Finding.note("disk free", said, advice) : Finding.ok("disk free", said);
        } catch (IOException broken) {
            return Finding.fault(
                    "disk free", "cannot be read: " + broken.getMessage(), "See whether the disk is mounted.");
        }
    }

    private static Finding settings(Path file) {
        if (!Files.exists(file)) {
            return Finding.ok("settings", "no brainwright.yaml: all as delivered");
        }
        try (var in = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(in);
            return Finding.ok("settings", file.toString());
        } catch (YAMLException | IOException broken) {
            return Finding.fault(
                    "settings",
                    "%s cannot be read: %s"
                            .formatted(file, String.valueOf(broken.getMessage()).replaceAll("\\s+", " ")),
                    "Mend the line that it names; indent with spaces.");
        }
    }

    private static List<Finding> experts(Path folder) {
        var experts = Experts.of(folder);
        var faults = experts.faults();
        if (faults.isEmpty()) {
            return List.of(Finding.ok("experts", experts.all().size() + " in all"));
        }
        return faults.stream()
                .map(fault -> Finding.note("experts", fault, "'brainwright experts check FILE' tells more."))
                .toList();
    }

    private static Finding collector(String endpoint) {
        try (var socket = new Socket()) {
            var uri = URI.create(endpoint);
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort()), CONNECT_MS);
            return Finding.ok("watched by", endpoint);
        } catch (IOException | IllegalArgumentException refused) {
            return Finding.note(
                    "watched by",
                    "%s does not answer: %s".formatted(endpoint, refused.getMessage()),
                    "Start the collector, or unset OTEL_EXPORTER_OTLP_ENDPOINT.");
        }
    }
}
