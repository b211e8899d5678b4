package io.brainwright.plugin;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.plugin.service.PluginGrpc;
import io.brainwright.plugin.service.Plugs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application imports so that stages can be plugged in; {@link PluginAddresses} is a bean of the application. */
@Configuration(proxyBeanMethods = false)
public class PluginWiring {
    @Bean(initMethod = "start", destroyMethod = "close")
    Plugs plugs(
            ObjectProvider<PluginAddresses> listed,
            ObjectProvider<Stage<?>> builtIn,
            Fabric fabric,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        var addresses = listed.getIfAvailable(() -> new PluginAddresses(List.of()));
        var taken = builtIn.stream().map(Stage::name).collect(Collectors.toSet());
        return new Plugs(
                addresses.listed(),
                taken,
                workspace.resolve("plugins"),
                (stage, workers) -> fabric.work(List.of(stage), workers));
    }

    @Bean
    PluginGrpc pluginGrpc(Plugs plugs, Datasets datasets, Builds builds) {
        return new PluginGrpc(plugs, datasets, builds);
    }
}
