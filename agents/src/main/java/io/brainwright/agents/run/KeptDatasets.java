package io.brainwright.agents.run;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The datasets that the workspace's circuit names, as far as the catalogue still has them. */
final class KeptDatasets {
    private static final int DIGITS = 12;

    private final Datasets datasets;
    private final Path workspace;
    private final String circuit;

    /**
     * @param workspace the scientist's folder
     * @param circuit its name, for messages
     */
    KeptDatasets(Datasets datasets, Path workspace, String circuit) {
        this.datasets = datasets;
        this.workspace = workspace;
        this.circuit = circuit;
    }

    /**
     * A dataset that a step takes.
     *
     * @throws Problem PRECONDITION where it was deleted, with what it was and how it comes back
     */
    DatasetRef ref(DatasetKind kind, String id) {
        try {
            datasets.manifest(new DatasetId(id));
        } catch (Problem missing) {
            if (missing.kind() != Kind.NOT_FOUND) {
                throw missing;
            }
            throw gone(kind, id, missing);
        }
        return DatasetRef.newBuilder().setId(id).build();
    }

    private Problem gone(DatasetKind kind, String id, Problem cause) {
        var entry = madeBy(id);
        return new Problem(
                Kind.PRECONDITION,
                "DATASET_DELETED",
                "This plan takes the %s of the circuit '%s' (dataset %s), which were deleted since."
                        .formatted(kind.words(), circuit, id.substring(0, Math.min(DIGITS, id.length()))),
                entry.map(name ->
                                "'brainwright notebook rerun %s' builds the same bytes again; then approve this plan once more."
                                        .formatted(name))
                        .orElse(
                                "Ask for the circuit again in the words that built it: the same request gives the same bytes."),
                Map.of("dataset", id, "kind", kind.words(), "entry", entry.orElse("")),
                List.of(),
                cause);
    }

    /** The newest entry of the notebook that names the dataset. */
    private Optional<String> madeBy(String id) {
        var studies = workspace.resolve("studies");
        if (!Files.isDirectory(studies)) {
            return Optional.empty();
        }
        try (var folders = Files.list(studies)) {
            return folders.filter(f -> names(f.resolve("findings.json"), id))
                    .map(f -> f.getFileName().toString())
                    .max(String::compareTo);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean names(Path findings, String id) {
        try {
            return Files.isRegularFile(findings) && Files.readString(findings).contains(id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
