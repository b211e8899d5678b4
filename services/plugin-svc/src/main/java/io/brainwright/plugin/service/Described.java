package io.brainwright.plugin.service;

import io.brainwright.fabric.table.TableSchema;
import io.brainwright.proto.stage.v1.Action;
import io.brainwright.proto.stage.v1.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage's description after it was checked.
 *
 * @param told as it came
 * @param actions its actions by name
 */
record Described(Description told, Map<String, Asked> actions) {
    Described {
        actions = Map.copyOf(actions);
    }

    /**
     * One action with its tables.
     *
     * @param told as it came
     * @param tables in order
     */
    record Asked(Action told, List<Made> tables) {
        Asked {
            tables = List.copyOf(tables);
        }
    }

    /**
     * One table.
     *
     * @param schema its columns
     * @param key positions of the columns that order its rows
     * @param mayBeNan names of columns that may hold NaN
     */
    record Made(TableSchema schema, List<Integer> key, List<String> mayBeNan) {
        Made {
            key = List.copyOf(key);
            mayBeNan = List.copyOf(mayBeNan);
        }
    }

    String name() {
        return told.getName();
    }

    Optional<Asked> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }
}
