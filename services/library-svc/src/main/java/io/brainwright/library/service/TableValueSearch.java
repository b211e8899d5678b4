package io.brainwright.library.service;

import io.brainwright.library.model.intake.Library.TableValue;
import io.brainwright.library.model.search.NamedThings;
import io.brainwright.proto.library.v1.SearchRequest;
import java.util.List;

/** Finds values of the scientist's own tables: all words must stand in what the table says of a value. */
final class TableValueSearch {
    private final List<TableValue> values;

    TableValueSearch(List<TableValue> values) {
        this.values = values;
    }

    List<TableValue> find(SearchRequest request) {
        var words = NamedThings.of(request.getWords());
        var species = NamedThings.of(request.getSpecies());
        var regions = request.getRegionsList().stream().map(NamedThings::of).toList();
        return values.stream()
                .filter(v -> v.kept().document().id().startsWith(request.getDocument()))
                .filter(v -> words.allIn(text(v)))
                .filter(v -> species.allIn(v.value().species()))
                .filter(v -> regions.isEmpty()
                        || regions.stream().anyMatch(r -> r.allIn(v.value().region())))
                .toList();
    }

    private static String text(TableValue v) {
        var value = v.value();
        var layer = value.layer().isEmpty() ? "" : "layer " + value.layer();
        return String.join(
                " . ",
                value.quantity().replace('_', ' '),
                value.quantity(),
                value.unit(),
                value.species(),
                value.age(),
                value.region(),
                layer,
                value.cellType(),
                value.source(),
                v.kept().document().title());
    }
}
