package io.brainwright.fabric.dataset;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of a dataset: the SHA-256 of what made it, 64 lower-case hexadecimal digits.
 *
 * @param hex the digits
 */
public record DatasetId(String hex) implements Comparable<DatasetId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public DatasetId {
        if (!FORM.matcher(hex).matches()) {
            throw new Problem(
                    Kind.INVALID,
                    "DATASET_ID_MALFORMED",
                    "'%s' is not the id of a dataset.".formatted(hex),
                    "An id is 64 hexadecimal digits, as 'brainwright datasets' lists them.",
                    Map.of("id", hex));
        }
    }

    /** The first twelve digits, for people. */
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public int compareTo(DatasetId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
