package io.brainwright.plugin.service;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.proto.stage.v1.Description;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in said of itself when it last answered ({@code plugins/<address>.json} of the workspace), so that its actions keep their
 * meaning in plans and datasets while it is away.
 */
final class PlugMemory {
    private static final System.Logger LOG = System.getLogger(PlugMemory.class.getName());

    private final Path file;

    PlugMemory(Path folder, String target) {
        this.file = folder.resolve(target.replaceAll("[^A-Za-z0-9.-]", "-") + ".json");
    }

    @Nullable
    Described last() {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            var told = Description.newBuilder();
            JsonFormat.parser().merge(Files.readString(file), told);
            return DescriptionCheck.of(told.build());
        } catch (IOException | DescriptionCheck.Faulty unusable) {
            LOG.log(Level.WARNING, "{0} is not used: {1}", file, unusable.getMessage());
            return null;
        }
    }

    void keep(Description told) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JsonFormat.printer().print(told));
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalArgumentException("a description that cannot be printed", impossible);
        } catch (IOException full) {
            LOG.log(Level.WARNING, "{0} cannot be written: {1}", file, full.getMessage());
        }
    }
}
