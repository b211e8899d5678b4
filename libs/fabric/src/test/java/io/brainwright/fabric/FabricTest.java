package io.brainwright.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.proto.library.v1.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricTest {
    @Test
    void whatIsBuiltIsReadBackAndOutlivesTheBroker(@TempDir Path workspace) {
        var request = SearchRequest.newBuilder().setWords("draws").setLimit(5).build();
        String hash;
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(new NumbersStage()), 2);
            var built = fabric.builds().build(new NumbersStage(), request, status -> {});
            assertThat(built.fromCatalogue()).isFalse();
            assertThat(built.manifest().rows()).containsEntry("numbers", 5000L);
            var rows = fabric.datasets().read(built.manifest().id(), "numbers");
            for (int i = 0; i < 5000; i++) {
                assertThat(rows.longs("node_id")[i]).isEqualTo(i);
                assertThat(rows.texts("word")[i]).isEqualTo("draws" + i % 1000 % 7);
            }
            hash = String.valueOf(built.manifest().rowHash().get("numbers"));
        }
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            var again = fabric.builds().build(new NumbersStage(), request, status -> {});
            assertThat(again.fromCatalogue()).isTrue();
            assertThat(again.manifest().rowHash()).containsEntry("numbers", hash);
            assertThat(fabric.datasets().read(again.manifest().id(), "numbers").rowCount())
                    .isEqualTo(5000);
        }
    }

    @Test
    void manifestsShareWhatTheySayAlike(@TempDir Path workspace) {
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(new NumbersStage()), 1);
            var schemas = Stream.of("one", "two")
                    .map(words -> SearchRequest.newBuilder()
                            .setWords(words)
                            .setLimit(1)
                            .build())
                    .map(request -> fabric.builds().build(new NumbersStage(), request, _ -> {}))
                    .map(built -> fabric.datasets().manifest(built.manifest().id()))
                    .map(manifest -> manifest.table("numbers"))
                    .toList();
            assertThat(schemas.get(0)).isSameAs(schemas.get(1));
        }
    }

    /** One process builds, another one reads at once: the id that the first answered with is known to the second. */
    @Test
    void aDatasetIsKnownToOtherProcessesAsSoonAsItsIdIsTold(@TempDir Path workspace) {
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var builder = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
                var other = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            builder.work(List.of(new NumbersStage()), 2);
            for (int i = 0; i < 30; i++) {
                var request =
                        SearchRequest.newBuilder().setWords("w" + i).setLimit(1).build();
                var id = builder.builds()
                        .build(new NumbersStage(), request, status -> {})
                        .manifest()
                        .id();
                assertThat(other.datasets().manifest(id).id()).isEqualTo(id);
            }
        }
    }
}
