package io.brainwright.studio.web.guard;

import org.springframework.stereotype.Component;

/**
 * The token that every call that changes something carries. It lives as long as the process; a page gets it from
 * {@code /api/session}, which no page of another origin can read.
 */
@Component
public final class Session {
    /** Header that carries the token. */
    public static final String HEADER = "X-Brainwright-Token";

    private final String token = Secrets.fresh();

    public String token() {
        return token;
    }
}
