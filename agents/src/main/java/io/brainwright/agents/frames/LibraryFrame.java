package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Papers, files, values: what is searched, imported, extracted, proposed, audited. */
final class LibraryFrame {
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("swc", "SWC"),
            Map.entry("asc", "ASC"),
            Map.entry("h5", "H5"),
            Map.entry("nrrd", "NRRD"),
            Map.entry("nwb", "NWB"),
            Map.entry("csv", "CSV"),
            Map.entry("pdf", "PDF"),
            Map.entry("pdfs", "PDF"),
            Map.entry("jats", "JATS"),
            Map.entry("xml", "JATS"),
            Map.entry("bib", "BibTeX"),
            Map.entry("bibtex", "BibTeX"),
            Map.entry("sonata", "SONATA"),
            Map.entry("mod", "NMODL"),
            Map.entry("nmodl", "NMODL"));
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("PV", "parvalbumin"),
            Map.entry("SST", "somatostatin"),
            Map.entry("VIP", "vasoactive intestinal peptide"));
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2100;

    private static final Set<String> ABOUT = Set.of(
            "on",
            "about",
            "regarding",
            "concerning",
            "sur",
            "uber",
            "zu",
            "zum",
            "zur",
            "sobre",
            "concernant",
            "acerca");

    private final Reading r;
    private final Utterance u;

    LibraryFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void importFiles() {
        for (var w : u.words()) {
            if (w.sort() == Word.Sort.PATH) {
                var want = r.wish().more("library.import");
                want.params().put("path", w.raw());
                format(w.raw(), want);
            }
        }
        if (u.text().contains("@article{")
                || u.text().contains("@book{")
                || u.text().contains("@inproceedings{")) {
            r.wish().more("library.import").params().put("format", "BibTeX").put("inline", true);
        }
    }

    private void format(String path, Want want) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var format = FORMATS.get(ending);
        if (format == null) {
            for (int i = 0; i < u.size() && format == null; i++) {
                format = FORMATS.get(u.word(i));
            }
        }
        if (format != null && !ending.equals("xml")) {
            want.params().put("format", format);
        }
    }

    void search(Want want) {
        var kind = u.has("lib.papers", "word.newer", "word.reported")
                ? "papers"
                : u.has("lib.morphologies")
                        ? "morphologies"
                        : u.has("lib.traces")
                                ? "traces"
                                : u.has("lib.models") ? "models" : u.has("lib.datasets") ? "datasets" : "values";
        want.params().put("kind", kind);
        for (var a : r.free(Dimension.NUMBER)) {
            boolean year = a.value() >= FIRST_YEAR
                    && a.value() <= LAST_YEAR
                    && a.value() == Math.rint(a.value())
                    && !u.after(a.to(), 0, "thing.cell", "thing.neuron", "lib.papers");
            if (year && (u.has("word.newer"))) {
                want.params().set("after_year", Want.number(a.value()));
                r.take(a);
            } else if (!year
                    && u.between(
                            a.to(),
                            a.to() + 4,
                            "lib.papers",
                            "lib.morphologies",
                            "lib.traces",
                            "lib.models",
                            "lib.datasets",
                            "lib.values",
                            "thing.morphology")) {
                want.params().set("limit", Want.number(a.value()));
                r.take(a);
            } else if (year) {
                r.take(a);
            }
        }
        if (!kind.equals("papers") || u.family("param").isEmpty()) {
            regions(want);
        }
        if (u.has("word.descendants")) {
            want.params().put("include_descendants", true);
        }
        terms(want, kind);
    }

    private void regions(Want want) {
        var regions = r.free(n -> !Goals.thalamicName(n) || true, Named.Kind.REGION);
        if (!regions.isEmpty()) {
            want.params().put("region", regions.getFirst().name());
        }
    }

    private void terms(Want want, String kind) {
        var terms = new LinkedHashSet<String>();
        if (kind.equals("papers") || kind.equals("values")) {
            for (var m : u.family("param")) {
                terms.add(
                        m.name().startsWith("ipsp")
                                ? "IPSP"
                                : m.name().startsWith("epsp")
                                        ? "EPSP"
                                        : m.name().replace('_', ' '));
            }
        }
        for (var n : u.named(
                Named.Kind.M_CLASS,
                Named.Kind.MARKER,
                Named.Kind.LAYER,
                Named.Kind.RECEPTOR,
                Named.Kind.M_TYPE,
                Named.Kind.E_TYPE)) {
            switch (n.kind()) {
                case LAYER -> n.names().forEach(l -> terms.add("layer " + l));
                case M_TYPE -> terms.addAll(n.names());
                default -> terms.add(TERMS.getOrDefault(n.name(), n.name()));
            }
        }
        topic().ifPresent(terms::add);
        if (kind.equals("papers")) {
            for (var n : u.named(Named.Kind.REGION)) {
                terms.add(n.said().toLowerCase(Locale.ROOT).equals(n.said()) ? n.said() : n.name());
            }
            species(terms);
            u.unexplained().stream().map(Word::raw).forEach(terms::add);
            u.unexplained().forEach(w -> explain(w));
        }
        if (!terms.isEmpty()) {
            terms.forEach(want.params().putArray("query_terms")::add);
        }
    }

    /** The words behind "on", "about": as they were said, up to a number, a stop or another clause. */
    private java.util.Optional<String> topic() {
        for (int i = 0; i + 1 < u.size(); i++) {
            if (ABOUT.contains(u.word(i))) {
                int end = i + 1;
                while (end < u.size()
                        && u.words().get(end).sort() != Word.Sort.SIGN
                        && u.words().get(end).sort() != Word.Sort.NUMBER
                        && !u.between(end, end + 1, "word.newer", "lib.library")
                        && u.sameClause(i, end)) {
                    end++;
                }
                return end > i + 1 ? java.util.Optional.of(u.said(i + 1, end)) : java.util.Optional.empty();
            }
        }
        return java.util.Optional.empty();
    }

    private void explain(Word word) {
        int at = u.words().indexOf(word);
        u.explain(at, at + 1);
    }

    private void species(Set<String> terms) {
        u.named(Named.Kind.SPECIES).forEach(n -> terms.add(n.name()));
    }

    void extract(Want want) {
        var parameters = new LinkedHashSet<String>();
        for (var m : u.family("param")) {
            parameters.add(m.name());
        }
        if (!parameters.isEmpty()) {
            parameters.forEach(want.params().putArray("parameters")::add);
        }
        if (u.has("word.quote")) {
            want.params().put("with_quote", true);
        }
        new Pairs(r).take().ifPresent(p -> want.params().put("pre", p.pre()).put("post", p.post()));
        var regions = r.free(_ -> true, Named.Kind.REGION);
        if (!regions.isEmpty()) {
            want.params().put("region", regions.getFirst().name());
        }
    }

    void propose(Want want) {
        boolean apply = u.has("word.apply") && !u.has("word.change_nothing") && !u.between(0, u.size(), "verb.propose")
                || u.has("word.apply")
                        && !u.has("word.change_nothing")
                        && u.has("word.no") == false
                        && !u.has("say.candidates");
        want.params().put("apply", apply);
        want.derive("apply", apply ? u.text() : "only the scientist promotes candidates into the recipe");
    }

    void audit(Want want) {
        var groups = new LinkedHashSet<String>();
        u.family("audit").forEach(m -> groups.add(m.name()));
        u.named(Named.Kind.SPECIES).forEach(_ -> groups.add("species"));
        var order = List.of("species", "age", "region", "source", "tier");
        order.stream().filter(groups::contains).forEach(want.params().putArray("group_by")::add);
    }

    void contradictions(Want want) {
        want.params().put("metric", u.has("metric.contradictions") ? "contradictions" : "coverage");
        r.take(Dimension.NUMBER, a -> u.between(a.to(), a.to() + 2, "stat.sd"))
                .ifPresent(a -> want.object("criterion").set("sd", Want.number(a.value())));
    }
}
