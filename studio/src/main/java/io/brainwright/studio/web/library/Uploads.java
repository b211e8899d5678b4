package io.brainwright.studio.web.library;

import io.brainwright.agents.run.Services;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.FileReport;
import io.brainwright.proto.library.v1.ImportRequest;
import io.brainwright.studio.web.ProtoJson;
import io.brainwright.studio.web.events.Events;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that a page sends: kept in a folder of their own under a harmless name, imported, and forgotten. */
@Component
final class Uploads {
    private static final int MOST_FILES = 20;
    private static final int LONGEST_NAME = 120;

    private final Services services;
    private final Events events;

    Uploads(Services services, Events events) {
        this.services = services;
        this.events = events;
    }

    /** Imports files; gives a JSON list of reports. */
    String take(List<MultipartFile> files, String licence, String citation) {
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw Problem.invalid(
                    "These files cannot be taken.",
                    List.of(new FieldFault("file", "Send 1 to %d files at once.".formatted(MOST_FILES))));
        }
        var reports = new ArrayList<FileReport>();
        for (var file : files) {
            reports.addAll(take(file, licence, citation));
        }
        events.tell("library", reports.size());
        return reports.stream().map(r -> ProtoJson.of(() -> r)).collect(Collectors.joining(",", "[", "]"));
    }

    private List<FileReport> take(MultipartFile file, String licence, String citation) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("brainwright-upload");
            var kept = folder.resolve(harmless(file.getOriginalFilename()));
            file.transferTo(kept);
            var reports = new ArrayList<FileReport>();
            services.library()
                    .import_(ImportRequest.newBuilder()
                            .setPath(kept.toString())
                            .setLicence(licence)
                            .setCitation(citation)
                            .build())
                    .forEachRemaining(answer -> {
                        if (answer.hasFile()) {
                            reports.add(answer.getFile().toBuilder()
                                    .setPath(String.valueOf(kept.getFileName()))
                                    .build());
                        }
                    });
            return reports;
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            forget(folder);
        }
    }

    /** The last part of a name, letters and digits only: it can neither leave the folder nor hide. */
    static String harmless(@Nullable String name) {
        var last = (name == null ? "" : name).replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1)
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .strip();
        last = last.replaceFirst("^[.]+", "");
        if (last.length() > LONGEST_NAME) {
            last = last.substring(last.length() - LONGEST_NAME);
        }
        return last.isBlank() || last.toLowerCase(Locale.ROOT).equals("_") ? "upload" : last;
    }

    private static void forget(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
