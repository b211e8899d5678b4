package io.brainwright.studio.web.guard;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Under which names the studio is reached. A browser that was led here under another name (DNS rebinding) is turned away, whatever
 * address that name resolves to.
 */
@Component
public final class Doors {
    private final List<String> names;
    private final String access;

    /**
     * @param names host names without a port
     * @param access token that every visitor must show; empty on the loopback interface
     */
    Doors(
            @Value("${brainwright.web.names:127.0.0.1,localhost,[::1]}") List<String> names,
            @Value("${brainwright.web.access:}") String access) {
        this.names = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        this.access = access;
    }

    /** Whether a Host header names this studio; the port is that of the connection. */
    boolean isOwnHost(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        var given = host.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(n -> given.equals(n + ":" + port) || (isDefault(port) && given.equals(n)));
    }

    /** Whether an Origin header is a page of this studio. */
    boolean isOwnOrigin(String origin, String scheme, int port) {
        var prefix = scheme + "://";
        return origin.startsWith(prefix) && isOwnHost(origin.substring(prefix.length()), port);
    }

    private static boolean isDefault(int port) {
        return port == 80 || port == 443;
    }

    /** Whether visitors must show a token. */
    boolean areLocked() {
        return !access.isEmpty();
    }

    boolean opensWith(@Nullable String given) {
        return Secrets.same(access, given);
    }
}
