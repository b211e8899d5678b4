package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.nmodl.Nmodl;
import io.brainwright.sim.model.nmodl.NmodlText;
import io.brainwright.sim.model.nmodl.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mechanisms of a circuit, by SUFFIX: the .mod files of its {@code mechanisms_dir} or of {@code modfiles} in it, then those that
 * are built in, also under the names of their export. A file is read when its mechanism is asked for.
 */
final class CircuitMechanisms {
    private static final Pattern NAME =
            Pattern.compile("\\bNEURON\\s*\\{[^}]*?\\b(?:SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\\s+(\\w+)");

    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Mechanism> read = new HashMap<>();

    CircuitMechanisms(Optional<Path> folder) {
        folder.ifPresent(f -> List.of(f, f.resolve("modfiles")).forEach(this::look));
    }

    private void look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (var file :
                    all.filter(f -> f.toString().endsWith(".mod")).sorted().toList()) {
                var name = NAME.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                if (name.find()) {
                    files.putIfAbsent(name.group(1), file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + folder, failed);
        }
    }

    /**
     * The mechanism of a name; empty where there is none.
     *
     * @throws Problem where its file cannot be run
     */
    Optional<Mechanism> find(String suffix) {
        var known = read.get(suffix);
        if (known == null && files.containsKey(suffix)) {
            known = Nmodl.read(java.util.Objects.requireNonNull(files.get(suffix)));
        } else if (known == null) {
            known = builtIn(suffix).orElse(null);
        }
        if (known != null) {
            read.put(suffix, known);
        }
        return Optional.ofNullable(known);
    }

    private static Optional<Mechanism> builtIn(String suffix) {
        return Stream.concat(Mechanism.builtIn().stream(), Published.all().stream())
                .filter(m -> suffix.equals(m.name()) || suffix.equals(NmodlText.suffix(m)))
                .findFirst();
    }

    /** What there is, for people. */
    String said() {
        return "the circuit's files have %s; built in are %s"
                .formatted(
                        files.keySet(),
                        Mechanism.builtIn().stream().map(Mechanism::name).toList());
    }
}
