package io.brainwright.agents.models;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the scientist's own, as {@code brainwright.yaml} lists it.
 *
 * @param address {@code host:port}
 * @param keys its key folder, from the workspace; null where it is on this machine
 * @param patience longest silence of a call
 * @param workers chunks that are asked for at once
 */
public record PluggedServer(String address, @Nullable Path keys, Duration patience, int workers) {}
