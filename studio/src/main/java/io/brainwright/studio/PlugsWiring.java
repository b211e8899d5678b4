package io.brainwright.studio;

import io.brainwright.agents.models.PluggedServer;
import io.brainwright.agents.models.SettingsFile;
import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.plugin.PluginAddress;
import io.brainwright.plugin.PluginAddresses;
import io.brainwright.plugin.PluginWiring;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The stages that the workspace's brainwright.yaml lists; they are called from the scientist's own process. */
@Configuration(proxyBeanMethods = false)
@Import(PluginWiring.class)
class PlugsWiring {
    @Bean
    PluginAddresses pluginAddresses(@Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return new PluginAddresses(SettingsFile.read(workspace).stages().stream()
                .map(stage -> address(stage, workspace))
                .toList());
    }

    private static PluginAddress address(PluggedServer stage, Path workspace) {
        var keys = stage.keys() == null ? null : KeyFolder.open(workspace.resolve(stage.keys()));
        return new PluginAddress(stage.address(), keys, stage.patience(), stage.workers());
    }
}
