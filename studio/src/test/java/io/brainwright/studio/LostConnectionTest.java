package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.studio.view.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The studio is ended and started anew while a page is open; then a chat model talks, word by word. */
@Timeout(900)
class LostConnectionTest {
    @TempDir
    Path workspace = Path.of("");

    @Test
    void aPageGoesOnAfterARestartAndShowsWordsAsAModelSaysThem() throws Exception {
        try (var tab = new Tab(1280, 900);
                var model = new TalkingStub()) {
            int port;
            try (var before = Platform.start(workspace, 0, 0, WebDoor.loopback(0))) {
                port = before.webPort();
                tab.go("http://127.0.0.1:%d/plan".formatted(port));
                tab.await("the field for words", "return Boolean(document.querySelector('#ask-words'))");
                tab.await("the stream of events", "return bw.app.link.up");
            }
            tab.await("the banner", "return Boolean(document.querySelector('main .banner'))");
            assertThat(tab.text("return document.querySelector('main .banner').textContent"))
                    .contains("connection is lost");

            Files.writeString(workspace.resolve("brainwright.yaml"), model.settings());
            try (var again = Platform.start(workspace, 0, 0, WebDoor.loopback(port))) {
                assertThat(again.webPort()).isEqualTo(port);
                tab.await("the connection", "return bw.app.link.up && !document.querySelector('main .banner')");
                tab.await("the new session", "return bw.app.session && bw.app.session.has_model");

                tab.driver()
                        .findElement(By.id("ask-words"))
                        .sendKeys("Tell me in one sentence what dendrites are good for", Keys.ENTER);
                var live = "document.querySelector('.talk .answer:last-child pre')";
                tab.await(
                        "the first word, while the model still talks",
                        "const p = %s; return Boolean(p && p.textContent.includes('%s'))"
                                .formatted(live, TalkingStub.FIRST));
                assertThat(tab.text("return " + live + ".textContent")).doesNotContain(TalkingStub.REST.strip());
                model.goOn();
                tab.await(
                        "the whole answer",
                        "return Boolean([...document.querySelectorAll('.talk .answer')].some((a) => a.textContent.includes('%s%s')) && !document.querySelector('[data-first-field]').disabled)"
                                .formatted(TalkingStub.FIRST, TalkingStub.REST));
            }
        }
    }
}
