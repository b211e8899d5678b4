package io.brainwright.agents.models;

import java.util.List;
import java.util.Optional;

/**
 * What {@code brainwright.yaml} says of models and tool servers.
 *
 * @param chosen alias of the model of every conversation, "none" for the built-in planner
 * @param models all that are named
 * @param servers servers of the Model Context Protocol
 * @param stages stages of the scientist's own
 */
public record Settings(
        String chosen, List<ModelSettings> models, List<ToolServer> servers, List<PluggedServer> stages) {
    /** No model, no server, no stage. */
    public static final Settings NONE = new Settings("none", List.of(), List.of(), List.of());

    public Settings {
        models = List.copyOf(models);
        servers = List.copyOf(servers);
        stages = List.copyOf(stages);
    }

    /** The model of an alias. */
    public Optional<ModelSettings> model(String alias) {
        return models.stream().filter(m -> m.alias().equals(alias)).findFirst();
    }
}
