package io.brainwright.fabric.build;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.ledger.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a build wait for workers: a few per partition, however many there are. So builds take turns: one that asks for
 * a single chunk stands behind these few of each other build, not behind all that a large one will ever need.
 */
final class Offers {
    /** Tasks of one build that wait in one partition. A worker takes one when a thread is free; the next follows at once. */
    static final int AHEAD = 2;

    private final List<Queue<Task>> kept = new ArrayList<>();
    private final int[] waiting = new int[Topics.TASK_PARTITIONS];
    private final Map<Integer, Integer> partitionOf = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();
    private int turn;
    private boolean stopped;

    /** A task and the partition that it goes to. */
    record Offer(Task task, int partition) {}

    /**
     * @param tasks what there is to do
     * @param first partition of chunk 0; the others follow in turn
     */
    Offers(Collection<Task> tasks, int first) {
        for (int p = 0; p < Topics.TASK_PARTITIONS; p++) {
            kept.add(new ArrayDeque<>());
        }
        tasks.stream()
                .sorted(Comparator.comparingInt(Task::chunk))
                .forEach(task -> kept.get(Math.floorMod(task.chunk() + first, Topics.TASK_PARTITIONS))
                        .add(task));
    }

    /** The next task to offer; waits until one may be, and is empty when all were offered or the build has ended. */
    synchronized Optional<Offer> next() throws InterruptedException {
        while (!stopped) {
            boolean all = true;
            for (int i = 0; i < Topics.TASK_PARTITIONS; i++) {
                int partition = (turn + i) % Topics.TASK_PARTITIONS;
                var task = first(kept.get(partition));
                all &= task == null;
                if (task != null && waiting[partition] < AHEAD) {
                    return Optional.of(offer(task, partition));
                }
            }
            if (all) {
                return Optional.empty();
            }
            wait();
        }
        return Optional.empty();
    }

    private Offer offer(Task task, int partition) {
        kept.get(partition).remove();
        waiting[partition]++;
        partitionOf.put(task.chunk(), partition);
        turn = partition + 1;
        return new Offer(task, partition);
    }

    private @Nullable Task first(Queue<Task> queue) {
        while (!queue.isEmpty() && settled.contains(queue.element().chunk())) {
            queue.remove();
        }
        return queue.peek();
    }

    /** A chunk no longer waits: a worker has it. */
    synchronized void taken(int chunk) {
        var partition = partitionOf.remove(chunk);
        if (partition != null) {
            waiting[partition]--;
            notifyAll();
        }
    }

    /** A chunk is there, or cannot be made: it is not offered any more. */
    synchronized void settled(int chunk) {
        taken(chunk);
        settled.add(chunk);
        notifyAll();
    }

    /** Nothing is offered any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
