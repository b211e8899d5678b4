package io.brainwright.library;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.library.service.LibraryGrpc;
import io.brainwright.library.service.MorphologyImportStage;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application imports to serve the data bank. */
@Configuration(proxyBeanMethods = false)
public class LibraryWiring {
    /** @param workspace the scientist's folder; imported files are kept in its {@code library} */
    @Bean
    MorphologyImportStage morphologyImportStage(@Value("${brainwright.workspace}") Path workspace) {
        return new MorphologyImportStage(workspace);
    }

    @Bean
    LibraryGrpc libraryGrpc(Datasets datasets, Builds builds, MorphologyImportStage stage) {
        return new LibraryGrpc(new ValueSearch(ShippedRecipes.all()), datasets, builds, stage);
    }
}
