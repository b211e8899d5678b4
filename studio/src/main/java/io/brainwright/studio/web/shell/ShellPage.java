package io.brainwright.studio.web.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The HTML document of every page, with its import map filled in, and the hash by which the browser lets that map pass. */
@Component
public final class ShellPage {
    private static final String PLACE = "@IMPORT_MAP@";
    private static final String STYLE_PLACE = "@UPLOT@";

    private final String html;
    private final String importMapHash;

    public ShellPage() {
        var map = JsonMapper.shared().writeValueAsString(Map.of("imports", imports()));
        this.importMapHash = "sha256-" + sha256(map);
        this.html =
                read("/studio/index.html").replace(PLACE, map).replace(STYLE_PLACE, WebJars.folder("uplot", "uplot"));
    }

    /** The document. */
    public String html() {
        return html;
    }

    /** Hash source of the import map for the content security policy, without quotes. */
    public String importMapHash() {
        return importMapHash;
    }

    private static Map<String, String> imports() {
        var three = WebJars.folder("three", "three");
        var lit = WebJars.folder("lit", "lit");
        var litHtml = WebJars.folder("lit-html", "lit-html");
        var litElement = WebJars.folder("lit-element", "lit-element");
        var reactive = WebJars.folder("lit__reactive-element", "lit__reactive-element");
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put("three", three + "build/three.module.js");
        imports.put("three/addons/", three + "examples/jsm/");
        imports.put("uplot", WebJars.folder("uplot", "uplot") + "dist/uPlot.esm.js");
        imports.put("lit", lit + "index.js");
        imports.put("lit/", lit);
        imports.put("lit-html", litHtml + "lit-html.js");
        imports.put("lit-html/", litHtml);
        imports.put("lit-element", litElement + "index.js");
        imports.put("lit-element/", litElement);
        imports.put("@lit/reactive-element", reactive + "reactive-element.js");
        imports.put("@lit/reactive-element/", reactive);
        imports.put("bw/", "/js/");
        return imports;
    }

    private static String read(String resource) {
        try (var in = ShellPage.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new AssertionError("every Java platform has SHA-256", absent);
        }
    }
}
