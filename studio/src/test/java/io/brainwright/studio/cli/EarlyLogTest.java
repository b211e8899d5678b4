package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EarlyLogTest {
    @Test
    void whatAVerbSaysStandsAloneOnStandardOutput() {
        EarlyLog.errorsAlone();
        var library = LoggerFactory.getLogger("io.jhdf.HdfFile");
        assertThat(library.isInfoEnabled()).isFalse();
        assertThat(library.isWarnEnabled()).isFalse();
        assertThat(library.isErrorEnabled()).isTrue();
        var appenders = new ArrayList<Appender<ILoggingEvent>>();
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(appenders::add);
        assertThat(appenders)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a).isInstanceOfSatisfying(ConsoleAppender.class, console -> {
                    assertThat(console.getTarget()).isEqualTo("System.err");
                    assertThat(console.isStarted()).isTrue();
                }));
    }
}
