package io.brainwright.neuro.atlas;

/**
 * A node of the region hierarchy.
 *
 * @param id the atlas's own id, positive
 * @param acronym e.g. {@code S1HL} or {@code S1HL;L4}
 * @param name its name in words
 * @param parentId id of the parent, 0 for the root
 */
public record RegionNode(int id, String acronym, String name, int parentId) {}
