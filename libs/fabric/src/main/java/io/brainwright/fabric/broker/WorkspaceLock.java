package io.brainwright.fabric.broker;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a workspace folder for one process; the operating system frees it when the process ends, however it ends. */
final class WorkspaceLock implements AutoCloseable {
    private static final String LOCK = "workspace.lock";
    private static final String HOLDER = "workspace.pid";

    private final FileChannel channel;
    private final Path holder;

    private WorkspaceLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Takes the folder, making it where it is missing.
     *
     * @throws Problem PRECONDITION where it is held by another process or cannot be written
     */
    static WorkspaceLock take(Path workspace) {
        try {
            Files.createDirectories(workspace);
            var channel =
                    FileChannel.open(workspace.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw held(workspace);
            }
            var pid = String.valueOf(ProcessHandle.current().pid());
            Files.writeString(workspace.resolve(HOLDER), pid);
            return new WorkspaceLock(channel, workspace.resolve(HOLDER));
        } catch (IOException e) {
            throw notWritable(workspace, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder);
            channel.close();
        } catch (IOException e) {
            System.getLogger(WorkspaceLock.class.getName())
                    .log(System.Logger.Level.WARNING, "The workspace lock did not close cleanly", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static Problem held(Path workspace) {
        var pid = holderOf(workspace);
        return new Problem(
                Kind.PRECONDITION,
                "WORKSPACE_HELD",
                "The workspace %s is in use by process %s.".formatted(workspace, pid),
                "Stop that process, talk to it with --server, or take another folder with --workspace.",
                Map.of("workspace", workspace.toString(), "pid", pid));
    }

    private static String holderOf(Path workspace) {
        try {
            return new String(Files.readAllBytes(workspace.resolve(HOLDER)), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown (" + e.getClass().getSimpleName() + ")";
        }
    }

    private static Problem notWritable(Path workspace, IOException e) {
        return new Problem(
                Kind.PRECONDITION,
                "WORKSPACE_NOT_WRITABLE",
                "The workspace %s cannot be written: %s.".formatted(workspace, e),
                "Give it write permission, or take another folder with --workspace.",
                Map.of("workspace", workspace.toString(), "cause", String.valueOf(e)),
                List.of(),
                e);
    }
}
