package io.brainwright.benchmarks.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Memory of a process on this machine, after all garbage was collected.
 *
 * @param heap_MB what the heap still holds
 * @param resident_MB what the process holds of the machine's memory
 */
record Memory(double heap_MB, double resident_MB) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Measures; asks the process to collect its garbage first. */
    static Memory of(long pid) {
        jcmd(pid, "GC.run");
        var heap = USED.matcher(jcmd(pid, "GC.heap_info").replaceAll("(?s)Metaspace.*", ""));
        double used_MB = 0;
        while (heap.find()) {
            used_MB += Double.parseDouble(heap.group(1)) / 1024;
        }
        try {
            var resident = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return new Memory(used_MB, resident.find() ? Double.parseDouble(resident.group(1)) / 1024 : Double.NaN);
        } catch (IOException gone) {
            throw new IllegalStateException(
                    "process %d cannot be looked at: %s".formatted(pid, gone.getMessage()), gone);
        }
    }

    private static String jcmd(long pid, String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("jcmd %d %s: %s".formatted(pid, command, said));
            }
            return said;
        } catch (IOException failed) {
            throw new IllegalStateException("jcmd cannot be run: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
