package io.brainwright.testkit.fuzz;

import com.sun.management.ThreadMXBean;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a reader many broken files, one after another, in a thread of 1 MiB stack, and watches it.
 *
 * <p>How many: the system property {@code fuzz.mutants} (300 if not given; the long form asks for 10,000). The first faulty mutant
 * of each kind is kept in {@code target/fuzz}. With the property {@code fuzz.report} a line of the outcome is added to that file.
 */
public final class Fuzz {
    private static final int USUAL_MUTANTS = 300;
    private static final long SEED = 6;
    /** chosen: a hundred times the slowest reader on a busy machine of two cores. */
    private static final long MOST_CPU_ns = 20_000_000_000L;
    /** chosen: what a thread may ask for in sum while it reads one small file, live or not. */
    private static final long MOST_BYTES = 160L << 20;

    private static final long MOST_BYTES_PER_BYTE = 2000;
    private static final long ENDLESS_BYTES = 4L << 30;
    private static final Duration EACH = Duration.ofMillis(50);
    private static final long STACK_BYTES = 1L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String reader;
    private final Mutator mutator;
    private final Reading reading;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final AtomicInteger current = new AtomicInteger(-1);
    private int read;
    private int refused;
    private long mostBytes;
    private long mostCpu_ns;
    private volatile long begun_ns;
    private volatile long begunBytes;

    /** Reads a file of a stranger; throws a {@link Problem} where it cannot. */
    @FunctionalInterface
    public interface Reading {
        void read(byte[] file) throws IOException;
    }

    private Fuzz(String reader, List<byte[]> originals, Reading reading) {
        this.reader = reader;
        this.mutator = new Mutator(SEED, originals);
        this.reading = reading;
    }

    /**
     * Reads originals and mutants.
     *
     * @param reader its name in reports
     * @param originals whole files; each must be read without a problem
     * @throws AssertionError where a mutant was answered with anything but a result or a {@link Problem}, or was not answered
     */
    public static void check(String reader, List<byte[]> originals, Reading reading) {
        for (var original : originals) {
            try {
                reading.read(original.clone());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        new Fuzz(reader, originals, reading).run(Integer.getInteger("fuzz.mutants", USUAL_MUTANTS));
    }

    private void run(int mutants) {
        var thread = new Thread(null, () -> all(mutants), "fuzz " + reader, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        watch(thread);
        report(mutants);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s: %d kinds of fault%n%s"
                    .formatted(reader, faults.size(), String.join(System.lineSeparator(), faults.values())));
        }
        if (read == 0 || refused == 0) {
            throw new AssertionError("%s: %d of %d mutants were read, %d refused; the mutants prove nothing"
                    .formatted(reader, read, mutants, refused));
        }
    }

    /** Ends with the thread, or with the first mutant that works on without end or asks for ever more memory. */
    private void watch(Thread thread) {
        try {
            while (!thread.join(EACH)) {
                int number = current.get();
                long spent_ns = THREADS.getThreadCpuTime(thread.threadId()) - begun_ns;
                long asked = THREADS.getThreadAllocatedBytes(thread.threadId()) - begunBytes;
                if (number >= 0 && number == current.get() && (spent_ns > MOST_CPU_ns || asked > ENDLESS_BYTES)) {
                    var stack = thread.getStackTrace();
                    fault(
                            number,
                            "no answer after %d s of work and %d MiB".formatted(spent_ns / 1_000_000_000, asked >> 20),
                            stack);
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void all(int mutants) {
        for (int number = 0; number < mutants; number++) {
            byte[] mutant = mutator.mutant(number);
            begun_ns = THREADS.getCurrentThreadCpuTime();
            begunBytes = THREADS.getCurrentThreadAllocatedBytes();
            current.set(number);
            one(number, mutant);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - begunBytes;
            mostBytes = Math.max(mostBytes, bytes);
            mostCpu_ns = Math.max(mostCpu_ns, THREADS.getCurrentThreadCpuTime() - begun_ns);
            if (bytes > MOST_BYTES + MOST_BYTES_PER_BYTE * mutant.length) {
                fault(
                        number,
                        "asked for %d MiB to read %d bytes".formatted(bytes >> 20, mutant.length),
                        new StackTraceElement[0]);
            }
        }
        current.set(-1);
    }

    private void one(int number, byte[] mutant) {
        try {
            reading.read(mutant);
            read++;
        } catch (Problem problem) {
            refused++;
            if (problem.getMessage() == null || problem.getMessage().isBlank()) {
                fault(number, "a problem without a text", problem.getStackTrace());
            }
        } catch (IOException | RuntimeException | Error surprise) {
            fault(number, String.valueOf(surprise), surprise.getStackTrace());
        }
    }

    private synchronized void fault(int number, String what, StackTraceElement[] stack) {
        var ours = Arrays.stream(stack)
                .filter(f -> f.getClassName().startsWith("io.brainwright")
                        && !f.getClassName().contains(".fuzz."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
        var kind = what.replaceAll("[:\\d].*", "") + " at " + ours;
        if (faults.containsKey(kind)) {
            return;
        }
        var said = what.length() > 300 ? what.substring(0, 300) + "..." : what;
        faults.put(kind, "  mutant %d: %s%n      %s".formatted(number, said, top(stack)));
        try {
            var file = Path.of("target", "fuzz", "%s-%d".formatted(reader.replaceAll("\\W+", "-"), number));
            Files.createDirectories(file.getParent());
            Files.write(file, mutator.mutant(number));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String top(StackTraceElement[] stack) {
        return String.join(
                System.lineSeparator() + "      ",
                Arrays.stream(stack).limit(8).map(StackTraceElement::toString).toList());
    }

    private void report(int mutants) {
        var file = System.getProperty("fuzz.report", "");
        if (file.isEmpty()) {
            return;
        }
        var line = "| %s | %d | %d | %d | %d | %.1f | %d |%n"
                .formatted(
                        reader, mutants, read, refused, faults.size(), mostBytes / 1048576.0, mostCpu_ns / 1_000_000);
        try {
            Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
