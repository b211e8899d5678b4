package io.brainwright.agents.notebook.actions;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.PlanRunner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notebook's actions as parts of the platform. */
@Configuration(proxyBeanMethods = false)
public class NotebookWiring {
    @Bean
    ActionExecutor notebookExport(Audit audit) {
        return new ExportAction(audit);
    }

    @Bean
    ActionExecutor notebookCompare() {
        return new CompareAction();
    }

    /** Asks for the runner when it runs: the runner itself is made of all executors. */
    @Bean
    ActionExecutor notebookRerun(ObjectProvider<PlanRunner> runner, Audit audit) {
        return new RerunAction(runner::getObject, audit);
    }
}
