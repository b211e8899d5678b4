package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Watches a run while it goes on. The run is far too long to end by itself: the test ends it when it has seen enough. */
@Timeout(900)
class LiveRunInBrowserTest {
    private static final String WORDS =
            "Take 20 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 3 ms and show me the activity for 30 s";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path workspace = Path.of("");

    @Test
    void theIndexGrowsAndTheBrowserFollowsWhileTheRunGoesOn() throws Exception {
        try (var platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
                var tab = new Tab(1200, 860)) {
            var root = "http://127.0.0.1:%d".formatted(platform.webPort());
            var session =
                    JsonMapper.shared().readTree(get(root + "/api/session").body());
            var token = session.path("token").asString();
            post(root, token, "/api/chat", "{\"words\": \"%s\"}".formatted(WORDS));
            var hash = JsonMapper.shared()
                    .readTree(get(root + "/api/plan").body())
                    .path("hash")
                    .asString();

            tab.go(root + "/plan");
            tab.await("the page", "return Boolean(document.querySelector('#ask-words'))");
            post(root, token, "/api/run", "{\"hash\": \"%s\"}".formatted(hash));
            tab.await("a link to the run", "return Boolean(document.querySelector('.run a[href*=\"live=1\"]'))");
            tab.js("document.querySelector('.run a[href*=\"live=1\"]').click()");
            tab.await("the first picture", "return Boolean(bw.stats.ready && bw.viewer && bw.stats.shown_ms > 0)");

            var run = tab.text("return bw.viewer.circuit.id");
            var first = index(root, run);
            assertThat(first.path("whole").asBoolean(true)).isFalse();
            assertThat(first.path("frames").asInt()
                            % first.path("frames_per_block").asInt())
                    .as("only whole blocks are told of")
                    .isZero();
            assertThat(get(root + "/api/view/" + run + "/index.json").headers().firstValue("Cache-Control"))
                    .contains("no-store");

            assertThat(tab.js("return bw.app.time.live")).isEqualTo(true);
            double shown_ms = tab.number("return bw.stats.shown_ms");
            double frames = tab.number("return bw.viewer.voltages.index.frames");
            tab.await(
                    "a later moment of the run",
                    "return bw.stats.shown_ms > %s + 1 && bw.viewer.voltages.index.frames > %s"
                            .formatted(shown_ms, frames));
            assertThat(index(root, run).path("frames").asInt()).isGreaterThan((int) frames);

            var live = "return document.querySelector('.timebar .live').getAttribute('aria-pressed')";
            assertThat(tab.text(live)).isEqualTo("true");
            tab.js("""
                    const track = document.querySelector('.track input');
                    track.value = '2';
                    track.dispatchEvent(new Event('input'));""");
            tab.await("an earlier moment", "return Math.abs(bw.stats.shown_ms - 2) < 1e-6");
            assertThat(tab.js("return bw.app.time.live"))
                    .as("who goes back no longer follows")
                    .isEqualTo(false);
            assertThat(tab.text(live)).isEqualTo("false");
            tab.js("document.querySelector('.timebar .live').click()");
            tab.await("the newest moment again", "return bw.app.time.live && bw.stats.shown_ms > " + shown_ms);

            post(root, token, "/api/run/cancel", "{}");
            tab.await("the end of the run", "return !document.querySelector('.timebar .live')");
            assertThat(tab.js("return bw.app.time.live")).isEqualTo(false);
            assertThat(get(root + "/api/view").body()).doesNotContain("\"growing\":true");
        }
    }

    private static JsonNode index(String root, String run) throws Exception {
        return JsonMapper.shared()
                .readTree(get(root + "/api/view/" + run + "/index.json").body())
                .path("voltage");
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void post(String root, String token, String path, String body) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("X-Brainwright-Token", token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
