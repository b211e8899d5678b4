package io.brainwright.library;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.library.service.LibraryGrpc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application imports to serve the data bank. */
@Configuration(proxyBeanMethods = false)
public class LibraryWiring {
    @Bean
    LibraryGrpc libraryGrpc(Datasets datasets, Builds builds) {
        return new LibraryGrpc(new ValueSearch(ShippedRecipes.all()), datasets, builds);
    }
}
