package io.brainwright.sonata.edit;

import java.nio.file.Path;

/** Something done to a copy of a circuit that nobody else sees yet. */
public sealed interface CircuitChange permits AddedProperty, AddedNodes, AddedEdges, Completion {
    /** @param config of the copy */
    void apply(Path config);
}
