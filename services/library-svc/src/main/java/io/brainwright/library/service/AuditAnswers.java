package io.brainwright.library.service;

import io.brainwright.library.model.audit.Audit;
import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.proto.library.v1.AuditGroup;
import io.brainwright.proto.library.v1.AuditRequest;
import io.brainwright.proto.library.v1.AuditResponse;

/** Answers where the values of the recipes come from. */
final class AuditAnswers {
    private AuditAnswers() {}

    static AuditResponse answer(AuditRequest request) {
        var audit = Audit.of(ShippedRecipes.all(), request.getGroupByList());
        var answer = AuditResponse.newBuilder()
                .setValues(audit.values())
                .setGeneralised(audit.generalised())
                .setChosen(audit.chosen());
        audit.groups()
                .forEach(g -> answer.addGroups(AuditGroup.newBuilder()
                        .addAllWords(g.words())
                        .setValues(g.values().size())
                        .addAllPaths(g.values().stream()
                                .map(p -> p.recipe() + ": " + p.value().path())
                                .toList())));
        return answer.build();
    }
}
