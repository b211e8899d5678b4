package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.Pathway;
import io.brainwright.connectome.model.pruning.PathwayPruning;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.PathwayRule;

/** The pruning of a pathway: as the build wrote it; measured again for the few pathways that its pilot cells did not show. */
final class PathwayRules {
    private final Datasets datasets;
    private final ConnectomeStage stage;

    PathwayRules(Datasets datasets, ConnectomeStage stage) {
        this.datasets = datasets;
        this.stage = stage;
    }

    PathwayRule of(Manifest built, ConnectomeRequest request, CellType pre, CellType post) {
        var rows = datasets.read(built.id(), "pathways", 0);
        for (int i = 0; i < rows.rowCount(); i++) {
            if (rows.texts("pre_mtype")[i].equals(pre.mtype()) && rows.texts("post_mtype")[i].equals(post.mtype())) {
                return written(rows, i);
            }
        }
        return measured(stage.prunings(request, datasets).pruning(new Pathway(pre, post)));
    }

    private static PathwayRule written(Batch rows, int i) {
        return PathwayRule.newBuilder()
                .setKeep(rows.doubles("keep")[i])
                .setCut(rows.doubles("cut")[i])
                .setActiveFraction(rows.doubles("active_fraction")[i])
                .setMeanAppositions(rows.doubles("mean_appositions")[i])
                .setBoutonReduction(rows.doubles("bouton_reduction")[i])
                .setReachableShare(rows.doubles("expected_share")[i])
                .setReachable(rows.bytes("reachable")[i] == 1)
                .setPooledOver(rows.texts("pooled_over")[i])
                .build();
    }

    private static PathwayRule measured(PathwayPruning pruning) {
        return PathwayRule.newBuilder()
                .setKeep(pruning.steps().keep())
                .setCut(pruning.steps().cut())
                .setActiveFraction(pruning.activeFraction())
                .setMeanAppositions(pruning.counts().mean())
                .setBoutonReduction(pruning.rule().reduction())
                .setReachableShare(pruning.expected().keptShare())
                .setReachable(pruning.reachable())
                .setPooledOver(pruning.pooledOver())
                .build();
    }
}
