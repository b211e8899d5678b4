package io.brainwright.sim.model.solver;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gives the Java machine its signal handlers back after a driver that brings a compiler was loaded.
 *
 * <p>Java turns SIGSEGV into null checks and safepoints. The compiler inside PoCL takes that signal, once per process and with
 * a handler that the system drops at its first use: where two threads meet it in that moment, the process dies without a word.
 * The compiler believes itself registered from then on, so the handlers stay with Java.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/vm/signal-chaining.html">signal chaining</a>
 */
final class SignalHandlers {
    private static final int MOST = 31; // the signals below the real-time ones; their numbers differ between systems

    /** Bytes kept for one struct sigaction; 152 on Linux, 16 on macOS. */
    private static final int ROOM = 512;

    private static final Optional<MethodHandle> SIGACTION = Linker.nativeLinker()
            .defaultLookup()
            .find("sigaction")
            .map(function -> Linker.nativeLinker()
                    .downcallHandle(
                            function,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS)));

    private SignalHandlers() {}

    /** Runs something, and puts back each handler that it exchanged; where the system has none of these, it just runs it. */
    static <T> T kept(Supplier<T> loading) {
        try (var arena = Arena.ofConfined()) {
            var before = read(arena);
            try {
                return loading.get();
            } finally {
                putBack(before, read(arena));
            }
        }
    }

    /** The addresses of the handlers as they are now, by signal number. */
    static Map<Integer, Long> now() {
        try (var arena = Arena.ofConfined()) {
            var addresses = new TreeMap<Integer, Long>();
            read(arena).forEach((signal, handler) -> addresses.put(signal, address(handler)));
            return addresses;
        }
    }

    /** The first field of the struct; what follows it holds bytes that nobody has set. */
    private static long address(MemorySegment handler) {
        return handler.get(ValueLayout.JAVA_LONG, 0);
    }

    private static Map<Integer, MemorySegment> read(Arena arena) {
        var handlers = new TreeMap<Integer, MemorySegment>();
        for (int signal = 1; signal <= MOST; signal++) {
            var handler = arena.allocate(ROOM, Long.BYTES);
            if (sigaction(signal, MemorySegment.NULL, handler)) {
                handlers.put(signal, handler);
            }
        }
        return handlers;
    }

    private static void putBack(Map<Integer, MemorySegment> before, Map<Integer, MemorySegment> after) {
        before.forEach((signal, handler) -> {
            var other = after.get(signal);
            boolean exchanged = other != null && address(other) != address(handler);
            if (exchanged && !sigaction(signal, handler, MemorySegment.NULL)) {
                throw new IllegalStateException("The handler of signal %d cannot be put back.".formatted(signal));
            }
        });
    }

    private static boolean sigaction(int signal, MemorySegment now, MemorySegment before) {
        if (SIGACTION.isEmpty()) {
            return false;
        }
        try {
            return (int) SIGACTION.get().invokeExact(signal, now, before) == 0;
        } catch (Throwable impossible) { // the function throws nothing, its handle is declared to
            throw new IllegalStateException(impossible);
        }
    }
}
