package io.brainwright.plugin;

import io.brainwright.fabric.keys.KeyFolder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a plugged-in stage is called.
 *
 * @param target {@code host:port}
 * @param keys for TLS and token; null on this machine only
 * @param patience longest silence of a call before it is given up
 * @param workers chunks that are asked for at once
 */
public record PluginAddress(String target, @Nullable KeyFolder keys, Duration patience, int workers) {}
