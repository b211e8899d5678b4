package io.brainwright.benchmarks.chaos;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What came of asking.
 *
 * @param code exit code of the client
 * @param ids dataset id of each stage, in the order of their making; empty where there was no answer
 * @param said all that the client said
 */
record Answer(int code, Map<String, String> ids, String said) {
    private static final Pattern DATASET =
            Pattern.compile("\\{[^{}]*\"stage\"\\s*:\\s*\"([^\"]+)\"[^{}]*\"id\"\\s*:\\s*\"([0-9a-f]{64})\"[^{}]*}"
                    + "|\\{[^{}]*\"id\"\\s*:\\s*\"([0-9a-f]{64})\"[^{}]*\"stage\"\\s*:\\s*\"([^\"]+)\"[^{}]*}");

    static Answer of(int code, String said) {
        Map<String, String> ids = new LinkedHashMap<>();
        var found = DATASET.matcher(said);
        while (found.find()) {
            if (found.group(1) == null) {
                ids.put(found.group(4), found.group(3));
            } else {
                ids.put(found.group(1), found.group(2));
            }
        }
        return new Answer(code, ids, said);
    }

    boolean isGood() {
        return code == 0 && ids.size() >= 5;
    }
}
