package io.brainwright.studio.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tokens that cannot be guessed, compared without telling by the time it takes how much was right. */
public final class Secrets {
    private static final int BYTES = 24;

    private Secrets() {}

    /** A new token: 192 random bits as hexadecimal text. */
    public static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether two tokens are the same. */
    public static boolean same(String right, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
