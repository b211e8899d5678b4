package io.brainwright.library.service;

import io.brainwright.library.model.intake.Library.TableValue;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.proto.library.v1.Value;
import java.util.stream.Stream;

/** Found values in the words of the contract. */
final class ValueAnswers {
    private ValueAnswers() {}

    static Value value(ValueSearch.Found found) {
        var v = found.value();
        var answer = Value.newBuilder()
                .setPath(v.path())
                .setDescription(v.description())
                .setValue(v.value())
                .setUnit(v.unit())
                .setSource(v.source())
                .addAllGeneralised(v.generalised());
        if (v.sd() != null) {
            answer.setSd(v.sd());
        }
        return answer.build();
    }

    /** A value of the scientist's own. */
    static Value value(TableValue found) {
        var v = found.value();
        var d = found.kept().document();
        var about = Stream.of(
                        v.cellType(), v.layer().isEmpty() ? "" : "layer " + v.layer(), v.region(), v.species(), v.age())
                .filter(w -> !w.isEmpty())
                .toList();
        var answer = Value.newBuilder()
                .setPath(d.title() + "." + v.quantity())
                .setDescription(v.quantity() + (about.isEmpty() ? "" : " of " + String.join(", ", about)))
                .setValue(v.value())
                .setUnit(v.unit())
                .setSource(v.source())
                .setDocumentId(d.id())
                .setPlace("line %d, column '%s'".formatted(v.line(), v.column()))
                .setSpreadKind(v.spreadKind())
                .setSpecies(v.species())
                .setAge(v.age())
                .setRegion(v.region())
                .setLayer(v.layer())
                .setCellType(v.cellType());
        if (v.spread() != null) {
            answer.setSpread(v.spread());
            if (v.spreadKind().equals("sd")) {
                answer.setSd(v.spread());
            }
        }
        if (v.n() != null) {
            answer.setN(v.n());
        }
        return answer.build();
    }
}
