package io.brainwright.studio.web.pages;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages there are: the built-in files, and those in {@code pages/} of the workspace, read anew each time. */
@Component
public final class PageFiles {
    /** The built-in pages in the order of the navigation. */
    static final List<String> BUILT_IN =
            List.of("plan", "atlas", "cells", "circuit", "experiment", "scene", "notebook", "library");

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";
    private static final long MOST_BYTES = 256 << 10;

    private final LayoutCheck check = new LayoutCheck();
    private final Path folder;

    PageFiles(@Value("${brainwright.workspace}") Path workspace) {
        this.folder = workspace.resolve("pages");
    }

    /** All pages, built-in ones first. */
    public List<Layout> all() {
        var all = new ArrayList<Layout>();
        BUILT_IN.forEach(name -> all.add(builtIn(name)));
        own().forEach(file -> all.add(own(file)));
        return all;
    }

    /** A built-in page. */
    Layout builtIn(String name) {
        var resource = "/studio/pages/" + name + ".json";
        try (var in = PageFiles.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return layout(name, false, JsonMapper.shared().readTree(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A page of the scientist. */
    Layout own(String name) {
        return own().stream()
                .filter(file -> nameOf(file).equals(name))
                .findFirst()
                .map(this::own)
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "PAGE_NOT_FOUND",
                        "There is no page '%s'.".formatted(name),
                        "Write %s; docs/studio.md tells how."
                                .formatted(folder.resolve(name.matches(NAME) ? name + ".json" : "NAME.json")),
                        Map.of("page", name)));
    }

    /** Schema of the files. */
    String schema() {
        return check.text();
    }

    /**
     * Writes a page of the scientist.
     *
     * @throws Problem INVALID with a pointer for each fault; nothing is written then
     */
    Layout write(String name, JsonNode layout) {
        if (!name.matches(NAME)) {
            throw new Problem(
                    Kind.INVALID,
                    "PAGE_NAME",
                    "'%s' is no name for a page.".formatted(name),
                    "Use lower-case letters, digits and hyphens.",
                    Map.of("page", name));
        }
        var faults = check.faults(layout);
        if (!faults.isEmpty()) {
            throw Problem.invalid(
                    "This layout cannot be drawn.",
                    faults.stream()
                            .map(f -> new io.brainwright.neuro.problem.FieldFault(f.pointer(), f.fault()))
                            .toList());
        }
        try {
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, ".page", ".tmp");
            Files.writeString(beside, layout.toPrettyString() + "\n");
            Files.move(beside, folder.resolve(name + ".json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return layout(name, true, layout);
    }

    private List<Path> own() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json") && nameOf(f).matches(NAME))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Layout own(Path file) {
        var name = nameOf(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                return broken(
                        name, "is larger than %d KiB, the most that a layout may have.".formatted(MOST_BYTES >> 10));
            }
            return layout(name, true, JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (JacksonException noJson) {
            var at = noJson.getLocation();
            var place = at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
            return broken(name, "is no JSON. " + place + noJson.getOriginalMessage());
        } catch (IOException unreadable) {
            return broken(name, "cannot be read: " + unreadable.getMessage());
        }
    }

    private Layout layout(String name, boolean own, JsonNode layout) {
        return new Layout(name, own, layout.path("title").asString(name), layout, check.faults(layout));
    }

    private static Layout broken(String name, String why) {
        return new Layout(name, true, name, null, List.of(new Layout.Fault("", name + ".json " + why)));
    }

    private static String nameOf(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().replaceFirst("\\.json$", "");
    }
}
