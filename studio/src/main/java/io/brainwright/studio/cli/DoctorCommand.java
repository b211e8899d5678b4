package io.brainwright.studio.cli;

import io.brainwright.fabric.watch.WatchWiring;
import io.brainwright.studio.doctor.Doctor;
import io.brainwright.studio.doctor.Finding;
import io.brainwright.studio.doctor.Finding.State;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong with an installation. */
@Command(
        name = "doctor",
        description = {
            "Say what is wrong with this installation, and what would be right: Java, memory, disk, fonts, ffmpeg, settings, experts,",
            "broker, services, simulation devices, chat model, datasets. With --server: of that server. Exit code 1 where something does not work."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--deep", description = "Read every dataset back, not only the newest twenty.")
    private boolean deep;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var findings = new Doctor(platform.workspace(), platform::start, WatchWiring.collector(), deep).findings();
        if (json) {
            System.out.println(Json.of(findings));
        } else {
            print(findings);
        }
        return findings.stream().anyMatch(f -> f.state() == State.FAULT) ? 1 : 0;
    }

    private static void print(List<Finding> findings) {
        for (var f : findings) {
            System.out.printf(
                    "%-6s %-12s %s%n",
                    f.state() == State.FAULT ? "FAULT" : f.state().name().toLowerCase(Locale.ROOT), f.what(), f.said());
            if (!f.advice().isEmpty()) {
                System.out.printf("%-19s -> %s%n", "", f.advice());
            }
        }
        long faults = findings.stream().filter(f -> f.state() == State.FAULT).count();
        System.out.println(
                faults == 0
                        ? "Everything works."
                        : faults == 1 ? "One thing does not work." : faults + " things do not work.");
    }
}
