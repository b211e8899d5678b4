package io.brainwright.studio.web.events;

import io.brainwright.studio.web.guard.Session;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of events. */
@RestController
final class EventsController {
    /** chosen: enough to tell two sessions apart, too little to guess the rest. */
    private static final int HINT = 8;

    private final Events events;
    private final Session session;

    EventsController(Events events, Session session) {
        this.events = events;
        this.session = session;
    }

    @GetMapping(value = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open() {
        return events.open(Map.of("token_hint", session.token().substring(0, HINT)));
    }
}
