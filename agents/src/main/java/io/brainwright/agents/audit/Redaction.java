package io.brainwright.agents.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a value fit for the log: what is named like a secret or looks like one is left away, long texts are told by their
 * SHA-256 and length.
 */
public final class Redaction {
    static final String REDACTED = "[redacted]";
    private static final int LONGEST = 300;
    private static final int MOST_ITEMS = 100;

    /** Names of fields and headers that hold secrets. Letters of any case, with or without separators. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(apikey|accesskey|privatekey|secret|password|passwd|passphrase|authorization|credential|cookie|bearer)$"
                    + "|(.*(access|auth|refresh|session|id|api|bot|csrf|security))?token|pwd|auth|key");

    /** Values that are secrets wherever they stand: the customary forms of keys, tokens and credentials in addresses. */
    private static final Pattern SECRET_VALUE = Pattern.compile(
            "\\b(sk|pk|rk|xox[a-z]|gsk|hf|glpat|npm|pypi)[-_][A-Za-z0-9_-]{8,}" // keys of hosted services
                    + "|\\bgh[a-z]_[A-Za-z0-9]{16,}|\\bgithub_pat_[A-Za-z0-9_]{16,}"
                    + "|\\bAKIA[A-Z0-9]{12,}|\\bAIza[A-Za-z0-9_-]{20,}"
                    + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}\\.?[A-Za-z0-9_-]*" // JSON Web Tokens
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)"
                    + "|(?i:\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,})"
                    + "|(?i:\\b(x-)?(api[-_ ]?key|authorization|password|secret|token)\\s*[:=]\\s*\\S+)"
                    + "|(?<=://)[^/\\s:@]+:[^/\\s@]+(?=@)");

    private Redaction() {}

    /** The value as it may be logged. */
    public static JsonNode of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(e -> copy.set(
                            text(e.getKey()),
                            isSecret(e.getKey())
                                            && !e.getValue().isNumber()
                                            && !e.getValue().isBoolean()
                                    ? JsonNodeFactory.instance.stringNode(REDACTED)
                                    : of(e.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode();
            array.values().stream().limit(MOST_ITEMS).forEach(item -> copy.add(of(item)));
            if (array.size() > MOST_ITEMS) {
                copy.add("... %d items".formatted(array.size()));
            }
            return copy;
        }
        return value.isString() ? ofText(value.asString()) : value;
    }

    /** Any value that Jackson can write. */
    public static JsonNode ofAny(Object value) {
        return of(JsonMapper.shared().valueToTree(value));
    }

    /** A text without the secrets in it. */
    public static String text(String words) {
        return SECRET_VALUE.matcher(words).replaceAll(REDACTED);
    }

    private static JsonNode ofText(String words) {
        var safe = text(words);
        if (safe.length() <= LONGEST) {
            return JsonNodeFactory.instance.stringNode(safe);
        }
        // The hash is of the text without its secrets: a hash of a short secret can be guessed.
        return JsonNodeFactory.instance.objectNode().put("sha256", sha256(safe)).put("length", words.length());
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME
                .matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .matches();
    }

    private static String sha256(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new AssertionError("every Java platform has SHA-256", absent);
        }
    }
}
