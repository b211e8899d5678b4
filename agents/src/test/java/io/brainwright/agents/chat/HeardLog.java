package io.brainwright.agents.chat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, from the finest level on, stack traces included. */
final class HeardLog implements AutoCloseable {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final Level before = ROOT.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    HeardLog() {
        events.start();
        ROOT.setLevel(Level.ALL);
        ROOT.addAppender(events);
    }

    String text() {
        return List.copyOf(events.list).stream()
                .map(e -> e.getFormattedMessage()
                        + (e.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(e.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        ROOT.detachAppender(events);
        ROOT.setLevel(before);
    }
}
