package io.brainwright.neuro.problem;

/**
 * One field of a request that cannot stay as it is.
 *
 * @param field path of the field in the request, e.g. {@code shape.width_um}
 * @param fault what is wrong with it, and what would be right
 */
public record FieldFault(String field, String fault) {}
