package io.brainwright.fabric.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.ledger.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Few tasks of a build wait at a time, in every partition as many. */
@Timeout(30)
class OffersTest {
    private static final int MOST = Offers.AHEAD * Topics.TASK_PARTITIONS;

    private static Offers of(int chunks) {
        return new Offers(
                IntStream.range(0, chunks)
                        .mapToObj(c -> new Task("run", "id", "stage", 1, "{}", c, chunks, null, false))
                        .toList(),
                3);
    }

    private static List<Integer> take(Offers offers, int count) throws InterruptedException {
        var chunks = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            chunks.add(offers.next().orElseThrow().task().chunk());
        }
        return chunks;
    }

    private static CompletableFuture<Optional<Offers.Offer>> next(Offers offers) {
        var next = new CompletableFuture<Optional<Offers.Offer>>();
        Thread.ofVirtual().start(() -> {
            try {
                next.complete(offers.next());
            } catch (InterruptedException e) {
                next.completeExceptionally(e);
            }
        });
        return next;
    }

    @Test
    void aTaskFollowsWhereOneWasTakenAndNowhereElse() throws Exception {
        var offers = of(MOST + 40);
        take(offers, MOST);
        var waiting = next(offers);
        offers.taken(5);
        assertThat(waiting.get().orElseThrow().task().chunk()).isEqualTo(MOST + 5);
        assertThat(waiting.get().orElseThrow().partition()).isEqualTo(8);
        offers.taken(5); // begun again by another worker: nothing becomes free by it
        var next = next(offers);
        offers.settled(9);
        assertThat(next.get().orElseThrow().task().chunk()).isEqualTo(MOST + 9);
    }

    @Test
    void everyTaskIsOfferedOnceAndThenThereIsNone() throws Exception {
        var offers = of(300);
        var all = new ArrayList<Integer>();
        for (var offer = offers.next(); offer.isPresent(); offer = offers.next()) {
            all.add(offer.get().task().chunk());
            offers.taken(offer.get().task().chunk());
        }
        assertThat(all).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void whatAnotherMadeIsNotOffered() throws Exception {
        var offers = of(MOST + 1);
        offers.settled(0);
        offers.settled(MOST);
        assertThat(take(offers, MOST - 1)).doesNotContain(0, MOST);
        assertThat(offers.next()).isEmpty();
    }

    @Test
    void aBuildThatEndedOffersNothing() throws Exception {
        var offers = of(MOST + 1);
        take(offers, MOST);
        var waiting = next(offers);
        offers.stop();
        assertThat(waiting.get()).isEmpty();
    }
}
