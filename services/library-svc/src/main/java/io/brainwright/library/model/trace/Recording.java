package io.brainwright.library.model.trace;

import java.util.List;

/**
 * What was recorded in one file.
 *
 * @param channels in the order of the file
 * @param description what the file says of itself
 * @param odd what looks odd and was kept
 * @param skipped what was left out, and why
 */
public record Recording(List<Channel> channels, List<String> description, List<String> odd, List<String> skipped) {
    public Recording {
        channels = List.copyOf(channels);
        description = List.copyOf(description);
        odd = List.copyOf(odd);
        skipped = List.copyOf(skipped);
    }
}
