package io.brainwright.studio.web.events;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The open pages, and a way to tell all of them something. A page that has gone is forgotten. */
@Component
public final class Events {
    /** Streams have no end of their own; the page opens a new one where the connection breaks. */
    private static final long NO_TIMEOUT = 0L;

    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();

    /** A stream for a page that was just opened, with its first event. */
    SseEmitter open(Object hello) {
        var page = new SseEmitter(NO_TIMEOUT);
        page.onCompletion(() -> pages.remove(page));
        page.onError(_ -> pages.remove(page));
        pages.add(page);
        send(page, event("hello", hello));
        return page;
    }

    /** Tells all open pages. */
    public void tell(String name, Object data) {
        for (var page : pages) {
            send(page, event(name, data));
        }
    }

    /** Keeps the connections alive, and finds out which have gone. */
    void beat() {
        for (var page : pages) {
            send(page, SseEmitter.event().comment(""));
        }
    }

    boolean hasListeners() {
        return !pages.isEmpty();
    }

    @PreDestroy
    void close() {
        for (var page : pages) {
            try {
                page.complete();
            } catch (IllegalStateException gone) {
                System.getLogger(Events.class.getName()).log(System.Logger.Level.DEBUG, "a page has gone: {0}", gone);
            }
        }
        pages.clear();
    }

    private static SseEmitter.SseEventBuilder event(String name, Object data) {
        return SseEmitter.event().name(name).data(JsonMapper.shared().writeValueAsString(data), MediaType.TEXT_PLAIN);
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException gone) {
            System.getLogger(Events.class.getName()).log(System.Logger.Level.DEBUG, "a page has gone: {0}", gone);
            pages.remove(page);
        }
    }
}
