package io.brainwright.studio.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.studio.Platform;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whoever watches the platform sees one trace from the plan to the chunk, across gRPC and Kafka, and the amounts. */
class WatchedRunTest {
    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
    private static final Path DASHBOARD = Path.of("../deploy/watch/dashboard.json");
    private static final Pattern METRIC = Pattern.compile("\\b(brainwright|jvm|grpc|kafka|process)_[a-z_]+(?=\\{)");
    private static final String PLAN = """
            {"schema": "brainwright-plan/1", "version": 1, "request": "watch", "hypothesis": {"text": "Is it seen?"},
             "variants": [], "assumptions": [], "questions": [], "steps": [
             {"id": "region", "action": "atlas.region", "params": {"region": "S1Tr", "shape": {"kind": "column", "width_um": 120}}, "needs": []},
             {"id": "cells", "action": "placement.cells", "params": {"count": 14}, "needs": ["region"]}]}
            """;

    @Test
    void oneTraceFromThePlanToTheChunk(@TempDir Path workspace) throws Exception {
        try (var collector = new Collector()) {
            System.setProperty(ENDPOINT, collector.endpoint());
            try (var platform = Platform.start(workspace, 0, 0)) {
                var plan = PlanJson.read(PLAN);
                platform.part(Watch.class).failed("placement", "A_REASON"); // nothing fails by itself here
                platform.part(PlanRunner.class).run(plan, plan.hash(), workspace.resolve("study"), RunListener.UNHEARD);
            } finally {
                System.clearProperty(ENDPOINT);
            }
            var spans = collector.spans();
            Map<ByteString, Span> byId = spans.stream().collect(Collectors.toMap(Span::getSpanId, Function.identity()));
            var chunk = named(spans, "placement chunk");
            assertThat(path(chunk, byId))
                    .containsExactly(
                            "placement chunk",
                            "placement task",
                            "placement build",
                            "brainwright.placement.v1.PlacementService/Build",
                            "brainwright.placement.v1.PlacementService/Build",
                            "placement.cells",
                            "plan");
            assertThat(chunk.getAttributesList()).anySatisfy(tag -> {
                assertThat(tag.getKey()).isEqualTo("dataset");
                assertThat(tag.getValue().getStringValue()).matches("[0-9a-f]{64}");
            });
            assertThat(onTheDashboard()).hasSizeGreaterThan(10);
            assertThat(collector.metrics().stream().flatMap(metric -> names(metric).stream()))
                    .containsAll(onTheDashboard());
        }
    }

    /** Every metric that the dashboard in deploy/watch asks for. */
    private static Set<String> onTheDashboard() throws IOException {
        var panels = JsonMapper.shared().readTree(DASHBOARD.toFile()).path("panels");
        return panels.valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .flatMap(
                        target -> METRIC.matcher(target.path("expr").asString()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Names under which Prometheus keeps a metric that it is told by OTLP: unit and kind become endings. */
    private static List<String> names(Metric metric) {
        var name = metric.getName().replace('.', '_');
        var unit = metric.getUnit();
        if (!unit.isEmpty() && !name.endsWith(unit)) {
            name += "_" + unit;
        }
        return switch (metric.getDataCase()) {
            case HISTOGRAM -> List.of(name + "_count", name + "_sum");
            case SUM -> List.of(name.endsWith("_total") ? name : name + "_total");
            default -> List.of(name);
        };
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> path(Span from, Map<ByteString, Span> byId) {
        var names = new ArrayList<String>();
        for (var span = from; span != null; span = byId.get(span.getParentSpanId())) {
            names.add(span.getName());
        }
        return names;
    }
}
