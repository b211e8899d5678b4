package io.brainwright.agents.eval;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON, for other programs. */
public final class ReportJson {
    private ReportJson() {}

    /** Counts, bars, groups and failures. */
    public static ObjectNode tree(Report report, Bars bars) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("turns", report.turns().size());
        tree.put("median_ms", report.median_ms());
        tree.put("longest_ms", report.longest_ms());
        tree.set("scores", scores(report));
        var missed = tree.putArray("missed");
        bars.missed(report).forEach(missed::add);
        var category = tree.putObject("category");
        report.by(Item::category).forEach((name, part) -> category.set(name, scores(part)));
        var level = tree.putObject("level");
        report.by(item -> String.valueOf(item.level())).forEach((name, part) -> level.set(name, scores(part)));
        var language = tree.putObject("language");
        report.by(Item::language).forEach((name, part) -> language.set(name, scores(part)));
        var failures = tree.putArray("failures");
        for (var turn : report.failed()) {
            for (var mark : turn.failures()) {
                failures.addObject()
                        .put("id", turn.item().id())
                        .put("turn", turn.turn())
                        .put("score", mark.score().key())
                        .put("expected", mark.expected())
                        .put("came", mark.came());
            }
        }
        return tree;
    }

    private static ObjectNode scores(Report report) {
        var scores = JsonNodeFactory.instance.objectNode();
        report.counts()
                .forEach((score, count) -> scores.putObject(score.key())
                        .put("right", count.right())
                        .put("of", count.of())
                        .put("share", count.share()));
        return scores;
    }
}
