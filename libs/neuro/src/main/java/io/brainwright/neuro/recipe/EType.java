package io.brainwright.neuro.recipe;

import java.util.List;

/**
 * One electrical type.
 *
 * @param name as in the columns of the cells table, e.g. {@code cAC}
 * @param fullName what the letters mean
 * @param aliases other spellings in print, e.g. {@code cACint}
 */
public record EType(String name, String fullName, List<String> aliases) {
    public EType {
        aliases = List.copyOf(aliases);
    }
}
