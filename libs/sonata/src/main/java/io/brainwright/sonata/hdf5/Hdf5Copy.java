package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.SoftLink;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes an HDF5 file again with something added: every group, dataset and attribute is carried, known or not, with its type, shape
 * and bytes. A dataset passes a few megabytes at a time.
 *
 * <p>Storage is not content: chunks and filters are not carried, values come out in one piece.
 */
public final class Hdf5Copy {
    private final Map<String, Consumer<NewGroup>> additions;
    private final Set<String> added = new HashSet<>();

    private Hdf5Copy(Map<String, Consumer<NewGroup>> additions) {
        this.additions = Map.copyOf(additions);
    }

    /**
     * @param from what is copied
     * @param to replaced if it exists
     * @param additions what is put into a group after all that it held, by the group's path, {@code /nodes/cells/0}
     * @throws Problem where the file is broken, a group of {@code additions} is absent, or values have a type that cannot be carried
     */
    public static void write(Path from, Path to, Map<String, Consumer<NewGroup>> additions) {
        var copy = new Hdf5Copy(additions);
        Hdf5File.read(from, hdf -> {
            Hdf5File.write(to, root -> copy.group(hdf, root, ""));
            return to;
        });
    }

    private void group(Group from, NewGroup to, String path) {
        attributes(from, to);
        for (var child : from.getChildren().values()) {
            var at = path + "/" + child.getName();
            switch (child) {
                case SoftLink link -> to.softLink(link.getName(), link.getTargetPath());
                case Link link -> throw elsewhere(at, link);
                case Group group -> group(group, to.group(group.getName()), at);
                case Dataset dataset -> attributes(dataset, to.copied(dataset, at));
                default -> throw noKnownNode(at);
            }
        }
        var more = additions.get(path);
        if (more != null) {
            more.accept(to);
            added.add(path);
        }
        if (path.isEmpty() && !added.containsAll(additions.keySet())) {
            var absent = new HashSet<>(additions.keySet());
            absent.removeAll(added);
            throw new Problem(
                    Kind.INVALID,
                    "HDF5_GROUP_NOT_FOUND",
                    "The file has no group %s.".formatted(absent),
                    "Look at it with 'brainwright sonata inspect'.",
                    Map.of("groups", absent.toString()));
        }
    }

    private static void attributes(Node from, NewObject to) {
        from.getAttributes().values().forEach(to::copied);
    }

    private static Problem elsewhere(String at, Link link) {
        return new Problem(
                Kind.INVALID,
                "HDF5_LINK_LEADS_OUT",
                "'%s' is a link to '%s' in another file.".formatted(at, link.getTargetPath()),
                "Write what it leads to into the file itself (h5repack, or h5py's copy with expand_external).",
                Map.of("path", at, "target", link.getTargetPath()));
    }

    private static Problem noKnownNode(String at) {
        return new Problem(
                Kind.INVALID,
                "HDF5_NODE_NOT_COPIED",
                "'%s' is neither a group nor a dataset.".formatted(at),
                "Named datatypes are not carried; write the file without them.",
                Map.of("path", at));
    }
}
