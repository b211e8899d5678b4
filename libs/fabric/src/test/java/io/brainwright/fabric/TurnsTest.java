package io.brainwright.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.proto.library.v1.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One worker thread, a large build, and a small one that comes later. */
@Timeout(120)
class TurnsTest {
    private static final int LARGE = 150;

    @Test
    void aSmallBuildDoesNotWaitForAllOfALargeOne(@TempDir Path workspace) throws Exception {
        var made = new AtomicInteger();
        var begun = new CountDownLatch(3);
        var stage = new SlowNumbers(50, _ -> {
            made.incrementAndGet();
            begun.countDown();
        });
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 1);
            var large =
                    CompletableFuture.supplyAsync(() -> fabric.builds().build(stage, request("large", LARGE), _ -> {}));
            begun.await();
            fabric.builds().build(stage, request("small", 1), _ -> {});
            int before = made.get();
            assertThat(before).isLessThanOrEqualTo(5 * Topics.TASK_PARTITIONS).isLessThan(LARGE);
            assertThat(large.get().manifest().rows()).containsEntry("numbers", LARGE * 1000L);
        }
    }

    private static SearchRequest request(String words, int chunks) {
        return SearchRequest.newBuilder().setWords(words).setLimit(chunks).build();
    }
}
