package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.broker.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker's disk fills up in the middle of a build; room is made, the broker started again. */
final class FullDisk extends Trial {
    private static final int BLOCK = 1 << 16;
    private static final long LARGEST_DISK = 4L << 30;

    @Override
    String name() {
        return "full disk";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var disk = Files.getFileStore(household.data());
        if (disk.getTotalSpace() > LARGEST_DISK) {
            throw new IllegalStateException(
                    "the broker's folder lies on a disk of %d GiB, too large to fill: give it a small file system of its own"
                            .formatted(disk.getTotalSpace() >> 30));
        }
        var ballast = household.data().resolve("ballast");
        var request = request(300);
        var client = Client.of(household, Member.GATEWAY, workspaces.resolve("disk"));
        try (var tasks = Watch.of(household, Topics.tasks("synthesis"))) {
            var asking = client.begin(request);
            tasks.next(_ -> true);
            fill(ballast);
            boolean died = awaitDeath(household);
            Files.delete(ballast);
            if (died) {
                household.begin(Member.KAFKA);
                household.awaitListening(Member.KAFKA);
            }
            var answer = asking.await();
            note(request, answer.isGood() ? answer : client.insist(request));
            return "the broker %s; the client asked %d times".formatted(died ? "stopped" : "went on", client.asked());
        } finally {
            Files.deleteIfExists(ballast);
        }
    }

    /** Writes smaller and smaller blocks until not even a byte is taken. */
    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            var block = new byte[BLOCK];
            int size = BLOCK;
            while (size > 0) {
                size = takes(out, block, size) ? size : size / 2;
            }
        }
    }

    private static boolean takes(OutputStream out, byte[] block, int size) {
        try {
            out.write(block, 0, size);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private static boolean awaitDeath(Household household) throws InterruptedException {
        for (int i = 0; i < 300 && household.isAlive(Member.KAFKA); i++) {
            Thread.sleep(100);
        }
        return !household.isAlive(Member.KAFKA);
    }
}
