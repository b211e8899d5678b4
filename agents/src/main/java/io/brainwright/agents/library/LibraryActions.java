package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The executors of the library's actions. */
@Configuration(proxyBeanMethods = false)
public class LibraryActions {
    @Bean
    ActionExecutor librarySearch() {
        return new LibrarySearch();
    }

    @Bean
    ActionExecutor libraryImport() {
        return new LibraryImport();
    }

    @Bean
    ActionExecutor libraryAudit() {
        return new LibraryAudit();
    }

    @Bean
    ActionExecutor libraryExtract() {
        return new LibraryExtract();
    }

    @Bean
    ActionExecutor libraryPropose() {
        return new LibraryPropose();
    }

    @Bean
    ActionExecutor libraryAnalyse() {
        return new LibraryAnalyse();
    }
}
