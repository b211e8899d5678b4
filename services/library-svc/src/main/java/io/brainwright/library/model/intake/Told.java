package io.brainwright.library.model.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the scientist says of files that are imported.
 *
 * @param licence "unknown" is allowed; empty: what the file says
 * @param citation "unknown" is allowed; empty: made from what the file says
 * @param mapping what the columns of a table mean, null where there is none
 */
public record Told(
        String licence, String citation, @Nullable Path mapping) {}
