package io.brainwright.fabric;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.watch.Watch;
import org.jspecify.annotations.Nullable;

/**
 * How a process uses Kafka.
 *
 * @param replication replicas of each topic: 1 on one machine
 * @param keys with which it shows who it is, null where the broker listens on the loopback interface only
 * @param watch whom it tells what it does
 */
public record FabricOptions(short replication, @Nullable KeyFolder keys, Watch watch) {
    /** Unwatched. */
    public FabricOptions(short replication, @Nullable KeyFolder keys) {
        this(replication, keys, Watch.none());
    }

    /** One replica, on this machine. */
    public static FabricOptions standard() {
        return new FabricOptions((short) 1, null, Watch.none());
    }
}
