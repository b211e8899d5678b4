package io.brainwright.agents.models;

import io.brainwright.agents.lined.Yaml;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the parts {@code brainwright.chat}, {@code .models}, {@code .mcp} and {@code .stages} of {@code brainwright.yaml}. */
public final class SettingsFile {
    private final KeyReader keys;
    private final UnaryOperator<@Nullable String> environment;

    private SettingsFile(KeyReader keys, UnaryOperator<@Nullable String> environment) {
        this.keys = keys;
        this.environment = environment;
    }

    /**
     * Reads the file of a workspace; one that does not exist names nothing.
     *
     * @throws Problem INVALID with every fault and its line; no key is told
     */
    public static Settings read(Path workspace) {
        var file = workspace.resolve("brainwright.yaml");
        if (!Files.isRegularFile(file)) {
            return Settings.NONE;
        }
        try {
            return parse("brainwright.yaml", Files.readString(file), System::getenv);
        } catch (IOException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "SETTINGS_UNREADABLE",
                    "brainwright.yaml cannot be read.",
                    "Write it as UTF-8 text that you may read.",
                    Map.of("file", file.toString()),
                    List.of(),
                    broken);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param environment where {@code key-env} looks
     */
    static Settings parse(String file, String yaml, UnaryOperator<@Nullable String> environment) {
        var keys = new KeyReader(file);
        Settings settings;
        try {
            settings = new SettingsFile(keys, environment).settings(Yaml.read(yaml, 0));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            keys.fault(at == null ? 1 : Math.max(1, at.getLineNr()), "This is no YAML.");
            settings = Settings.NONE;
        }
        if (!keys.faults().isEmpty()) {
            throw Problem.invalid("%s cannot be used.".formatted(file), keys.faults());
        }
        return settings;
    }

    private Settings settings(Yaml top) {
        var own = top instanceof Yaml.Mapping m ? m.values().get("brainwright") : null;
        if (!(own instanceof Yaml.Mapping mapping)) {
            return Settings.NONE;
        }
        var values = mapping.values();
        var models = new ArrayList<ModelSettings>();
        keys.named(values.get("models")).forEach((alias, node) -> models.add(model(alias, node)));
        var servers = new ArrayList<ToolServer>();
        keys.named(values.get("mcp")).forEach((name, node) -> servers.add(server(name, node)));
        var chosen = chosen(values.get("chat"), models);
        return new Settings(chosen, models, servers, new StagesPart(keys).read(values.get("stages")));
    }

    private String chosen(@Nullable Yaml node, List<ModelSettings> models) {
        if (node == null) {
            return "none";
        }
        var names = new ArrayList<>(models.stream().map(ModelSettings::alias).toList());
        names.add("none");
        var alias = keys.text(node, "chat", s -> true, "");
        if (!names.contains(alias)) {
            keys.fault(
                    node.line(),
                    "Found the model '%s' in 'chat'. %s".formatted(alias, NearestNames.sentence(alias, names)));
        }
        return alias;
    }

    private ModelSettings model(String alias, Yaml node) {
        var m = keys.keys(
                node,
                List.of(
                        "provider",
                        "base-url",
                        "key",
                        "key-env",
                        "name",
                        "connect-timeout-s",
                        "answer-timeout-s",
                        "retries",
                        "temperature",
                        "max-tokens",
                        "prices"),
                "the model '%s'".formatted(alias));
        var provider = provider(m.get("provider"), node);
        var key = key(m, alias);
        if (key == null && provider == ModelSettings.Provider.ANTHROPIC) {
            keys.fault(
                    node.line(),
                    "Found no key for '%s'; give 'key-env: NAME' of an environment variable.".formatted(alias));
        }
        if (key == null && provider == ModelSettings.Provider.OPENAI && !m.containsKey("base-url")) {
            keys.fault(
                    node.line(),
                    "Found no key for '%s'; give 'key-env: NAME' of an environment variable, or the 'base-url' of an endpoint that needs none."
                            .formatted(alias));
        }
        var name = m.get("name");
        if (name == null) {
            keys.fault(
                    node.line(), "Found no 'name' for '%s'; give the provider's name of the model.".formatted(alias));
        }
        return new ModelSettings(
                alias,
                provider,
                keys.url(m.get("base-url"), "base-url"),
                key,
                name == null ? "" : keys.text(name, "name", s -> !s.isBlank(), "the provider's name of a model"),
                keys.seconds(m.get("connect-timeout-s"), "connect-timeout-s", 10),
                keys.seconds(m.get("answer-timeout-s"), "answer-timeout-s", 180),
                (int) keys.number(m.get("retries"), "retries", 3, 0, 10),
                m.containsKey("temperature") ? keys.number(m.get("temperature"), "temperature", 0, 0, 2) : null,
                m.containsKey("max-tokens") ? (int) keys.number(m.get("max-tokens"), "max-tokens", 0, 1, 1e6) : null,
                prices(m.get("prices")));
    }

    private ModelSettings.Provider provider(@Nullable Yaml node, Yaml at) {
        if (node != null) {
            switch (keys.text(
                    node, "provider", s -> s.matches("openai|anthropic|ollama"), "openai, anthropic, ollama")) {
                case "anthropic":
                    return ModelSettings.Provider.ANTHROPIC;
                case "ollama":
                    return ModelSettings.Provider.OLLAMA;
                default:
                    return ModelSettings.Provider.OPENAI;
            }
        }
        keys.fault(at.line(), "Found no 'provider'; allowed: openai, anthropic, ollama.");
        return ModelSettings.Provider.OPENAI;
    }

    private @Nullable Secret key(Map<String, Yaml> m, String alias) {
        var variable = m.get("key-env");
        if (variable != null) {
            var name = keys.text(
                    variable,
                    "key-env",
                    s -> s.matches("[A-Za-z_][A-Za-z0-9_]*"),
                    "the name of an environment variable");
            var value = environment.apply(name);
            if (value == null || value.isBlank()) {
                keys.fault(
                        variable.line(),
                        "Found no environment variable %s, which holds the key of '%s'; set it before you start."
                                .formatted(name, alias));
                return null;
            }
            return new Secret(value);
        }
        return m.get("key") instanceof Yaml.Text t && !t.text().isBlank() ? new Secret(t.text()) : null;
    }

    private @Nullable Prices prices(@Nullable Yaml node) {
        if (node == null) {
            return null;
        }
        var p = keys.keys(node, List.of("input", "output", "currency"), "prices");
        var currency = p.get("currency");
        return new Prices(
                keys.number(p.get("input"), "input", 0, 0, 1e6),
                keys.number(p.get("output"), "output", 0, 0, 1e6),
                currency == null ? "USD" : keys.text(currency, "currency", s -> s.matches("\\p{L}{1,8}"), "letters"));
    }

    private ToolServer server(String name, Yaml node) {
        var m = keys.keys(node, List.of("url", "command", "env", "timeout-s"), "the server '%s'".formatted(name));
        var url = keys.url(m.get("url"), "url");
        var command = keys.texts(m.get("command"), "command");
        if ((url == null) == command.isEmpty()) {
            keys.fault(
                    node.line(),
                    "Found %s in '%s'; give 'url' or 'command'.".formatted(url == null ? "neither" : "both", name));
        }
        return new ToolServer(
                name, url, command, keys.pairs(m.get("env"), "env"), keys.seconds(m.get("timeout-s"), "timeout-s", 30));
    }
}
