package io.brainwright.library;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.candidates.CandidateShelf;
import io.brainwright.library.model.intake.Library;
import io.brainwright.library.service.ExtractionGrpc;
import io.brainwright.library.service.LibraryGrpc;
import io.brainwright.library.service.MorphologyImportStage;
import io.brainwright.library.service.TraceImportStage;
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

    /** @param workspace the scientist's folder; the library is its {@code library} */
    @Bean
    Library library(@Value("${brainwright.workspace}") Path workspace) {
        return new Library(workspace);
    }

    @Bean
    TraceImportStage traceImportStage(Library library) {
        return new TraceImportStage(library);
    }

    @Bean
    LibraryGrpc libraryGrpc(
            Library library, Datasets datasets, Builds builds, MorphologyImportStage stage, TraceImportStage traces) {
        return new LibraryGrpc(library, datasets, builds, stage, traces);
    }

    /** @param workspace the scientist's folder; candidates are kept in its {@code library} */
    @Bean
    ExtractionGrpc extractionGrpc(@Value("${brainwright.workspace}") Path workspace, Library library, Builds builds) {
        return new ExtractionGrpc(library, new CandidateShelf(workspace), builds);
    }
}
