package io.brainwright.library.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.library.model.intake.Library;
import io.brainwright.library.model.search.PassageQuery;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.FoundDataset;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Answers a search: values of recipes and of the scientist's tables, passages of documents, datasets of the catalogue. */
final class SearchAnswers {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 1000;

    private final ValueSearch values;
    private final Library library;
    private final Datasets datasets;

    SearchAnswers(ValueSearch values, Library library, Datasets datasets) {
        this.values = values;
        this.library = library;
        this.datasets = datasets;
    }

    SearchResponse answer(SearchRequest request) {
        check(request);
        int limit = request.getLimit() == 0 ? DEFAULT_LIMIT : request.getLimit();
        var response = SearchResponse.newBuilder();
        switch (request.getKind()) {
            case "datasets" -> datasets(request, limit, response);
            case "values", "" -> {
                values(request, limit, response);
                passages(request, limit, response);
            }
            default -> passages(request, limit, response);
        }
        return response.build();
    }

    private static void check(SearchRequest request) {
        var faults = new ArrayList<FieldFault>();
        if (request.getLimit() < 0 || request.getLimit() > MAX_LIMIT) {
            faults.add(new FieldFault(
                    "limit",
                    "is %d; give 1 to %d, or 0 for %d".formatted(request.getLimit(), MAX_LIMIT, DEFAULT_LIMIT)));
        }
        if (!request.getKind().isEmpty() && !Documents.KINDS.contains(request.getKind())) {
            faults.add(new FieldFault("kind", "is '%s'; give one of %s".formatted(request.getKind(), Documents.KINDS)));
        }
        if (request.getAfterYear() < 0 || request.getAfterYear() > 9999) {
            faults.add(
                    new FieldFault("after_year", "is %d; give a year, or 0 for all".formatted(request.getAfterYear())));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This search cannot be made.", faults);
        }
    }

    /** Values of the scientist's own tables come before those of the recipes. Neither has a year, and recipes are no documents. */
    private void values(SearchRequest request, int limit, SearchResponse.Builder response) {
        if (request.getAfterYear() > 0) {
            return;
        }
        var own = new TableValueSearch(library.values()).find(request);
        boolean narrowed =
                !request.getDocument().isEmpty() || !request.getSpecies().isEmpty() || request.getRegionsCount() > 0;
        var found = narrowed ? List.<ValueSearch.Found>of() : values.find(request.getWords());
        if (narrowed) {
            response.addNotes("Values of recipes are not searched by species, region or document.");
        }
        response.setMatches(own.size() + found.size());
        Stream.concat(own.stream().map(ValueAnswers::value), found.stream().map(ValueAnswers::value))
                .limit(limit)
                .forEach(response::addValues);
    }

    private void passages(SearchRequest request, int limit, SearchResponse.Builder response) {
        var document = request.getDocument().isEmpty()
                ? ""
                : library.shelf().get(request.getDocument()).document().id();
        var found = library.index()
                .find(new PassageQuery(
                        request.getWords(),
                        request.getKind(),
                        request.getAfterYear(),
                        request.getSpecies(),
                        request.getRegionsList(),
                        document,
                        limit));
        response.setPassageMatches(found.matches());
        for (var passage : found.passages()) {
            library.shelf()
                    .find(passage.passage().documentId())
                    .ifPresent(kept -> response.addPassages(Documents.passage(passage, Documents.document(kept, 0))));
        }
        if (request.getAfterYear() > 0 && found.matches() > 0) {
            response.addNotes("Documents whose year nobody knows are left out.");
        }
    }

    private void datasets(SearchRequest request, int limit, SearchResponse.Builder response) {
        var wanted = Arrays.stream(request.getWords().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        datasets.list().stream()
                .filter(m -> wanted.stream().allMatch(words(m)::contains))
                .limit(limit)
                .forEach(m -> response.addDatasets(FoundDataset.newBuilder()
                        .setDataset(DatasetRef.newBuilder().setId(m.id().hex()))
                        .setStage(m.stage())
                        .setRows(m.rows().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .setRequest(m.request())));
    }

    private static String words(Manifest manifest) {
        return (manifest.stage() + " " + manifest.request()).toLowerCase(Locale.ROOT);
    }
}
