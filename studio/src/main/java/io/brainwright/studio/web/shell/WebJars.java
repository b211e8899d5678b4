package io.brainwright.studio.web.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Browser libraries that the build took from Maven, found under the version that is really on the class path. */
final class WebJars {
    private WebJars() {}

    /** Address of a library's folder: "/webjars/three/0.181.1/". The artefact's name may differ from the folder's. */
    static String folder(String artifact, String folder) {
        return "/webjars/%s/%s/".formatted(folder, version(artifact));
    }

    private static String version(String artifact) {
        var path = "/META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(artifact);
        try (var in = WebJars.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The library org.webjars.npm:%s is not on the class path.".formatted(artifact));
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
