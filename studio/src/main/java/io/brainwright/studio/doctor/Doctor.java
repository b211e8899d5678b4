package io.brainwright.studio.doctor;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything that can be wrong; a thing that does not work stops no other check. */
public final class Doctor {
    private final Path workspace;
    private final Supplier<Platform> start;
    private final String collector;
    private final boolean deep;

    /**
     * @param workspace the scientist's folder
     * @param start starts the platform
     * @param collector address that metrics and traces are told to, empty for none
     * @param deep whether every dataset is read back, and not only the newest
     */
    public Doctor(Path workspace, Supplier<Platform> start, String collector, boolean deep) {
        this.workspace = workspace;
        this.start = start;
        this.collector = collector;
        this.deep = deep;
    }

    /** All findings, in the order in which things are needed. */
    public List<Finding> findings() {
        var findings = new ArrayList<>(MachineChecks.all(workspace, collector));
        long started = System.nanoTime();
        try (var running = start.get()) {
            findings.add(Finding.ok("platform", "started in %.1f s".formatted((System.nanoTime() - started) * 1e-9)));
            findings.addAll(PlatformChecks.all(running, deep));
        } catch (Problem problem) {
            findings.add(Finding.fault("platform", problem));
        }
        return findings;
    }
}
