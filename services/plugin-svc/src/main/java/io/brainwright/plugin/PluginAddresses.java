package io.brainwright.plugin;

import java.util.List;

/**
 * The stages that a scientist plugged in, in the order in which they listed them.
 *
 * @param listed where each is called
 */
public record PluginAddresses(List<PluginAddress> listed) {
    public PluginAddresses {
        listed = List.copyOf(listed);
    }
}
