package io.brainwright.fabric;

/**
 * How a process uses Kafka.
 *
 * @param replication replicas of each topic: 1 on one machine
 */
public record FabricOptions(short replication) {
    /** One replica. */
    public static FabricOptions standard() {
        return new FabricOptions((short) 1);
    }
}
