package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Variant;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How cells are wired, and what is asked of the wiring. */
final class ConnectomeFrame {
    private static final List<String> MATCHES =
            List.of("synapses_per_connection", "bouton_density", "connection_probability", "none");

    private final Reading r;
    private final Utterance u;

    ConnectomeFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void local(Want want) {
        touch(want);
        for (var match : MATCHES) {
            boolean prunes = match.equals("none") || u.has("word.prune");
            if (u.has("match." + match) && prunes && !want.params().has("pruning")) {
                want.object("pruning").put("match", match);
            }
        }
        specificity(want);
        gapJunctions(want);
    }

    private void gapJunctions(Want want) {
        var said = u.all("thing.gap_junction");
        if (!said.isEmpty()) {
            boolean none = said.stream().allMatch(m -> u.between(m.from() - 2, m.from(), "word.no", "word.except"));
            want.params().put("gap_junctions", !none);
        }
    }

    /** Which contacts an axon keeps: by overlap alone, by electron microscopy's rules, or as named classes choose them. */
    private void specificity(Want want) {
        boolean unspecific = u.has("word.unspecific");
        boolean specific = u.all("word.specificity").stream()
                .anyMatch(m ->
                        u.all("word.unspecific").stream().noneMatch(o -> o.from() <= m.from() && m.to() <= o.to()));
        var classes = JsonNodeFactory.instance.arrayNode();
        r.free(_ -> specific || unspecific, Named.Kind.M_CLASS, Named.Kind.MARKER)
                .forEach(n -> {
                    r.take(n);
                    classes.add(n.name());
                });
        boolean named = specific && !classes.isEmpty();
        var name = named ? "targeting" : "specificity";
        var none = JsonNodeFactory.instance.stringNode("none");
        JsonNode chosen = named ? classes : JsonNodeFactory.instance.stringNode("em");
        if (unspecific && specific) {
            variant("overlap", name, none);
            variant("targeting", name, chosen);
        } else if (unspecific || specific) {
            want.params().set(name, specific ? chosen : none);
        }
    }

    private void variant(String name, String parameter, JsonNode value) {
        r.wish().variants().add(new Variant(name, Map.of("connectome.local." + parameter, value)));
    }

    private void touch(Want want) {
        for (var a : r.free(Dimension.LENGTH)) {
            int e = u.distance(a.from(), a.to(), "class.excitatory");
            int i = u.distance(a.from(), a.to(), "class.inhibitory");
            boolean both = u.has("word.touch_distance") || u.has("thing.apposition");
            if (nextSide(a, e, i) != null) {
                r.take(a);
                Reading.put(
                        want,
                        "touch_distance_um",
                        want.object("touch_distance_um"),
                        java.util.Objects.requireNonNull(nextSide(a, e, i)),
                        a);
            } else if (both && e == Integer.MAX_VALUE && i == Integer.MAX_VALUE && a.value() < 20) {
                r.take(a);
                var touch = want.object("touch_distance_um");
                Reading.put(want, "touch_distance_um", touch, "excitatory", a);
                Reading.put(want, "touch_distance_um", touch, "inhibitory", a);
            }
        }
        if (want.params().has("touch_distance_um")) {
            want.derive("touch_distance_um", u.text());
        }
    }

    /** The side that a distance is said for: the class behind it, else the one before it. */
    private @org.jspecify.annotations.Nullable String nextSide(Amount a, int e, int i) {
        if (e == Integer.MAX_VALUE && i == Integer.MAX_VALUE) {
            return null;
        }
        if (classFirst()) {
            int beforeE = ahead(a, "class.excitatory");
            int beforeI = ahead(a, "class.inhibitory");
            return Math.min(beforeE, beforeI) > 6 ? null : beforeE < beforeI ? "excitatory" : "inhibitory";
        }
        int afterE = behind(a, "class.excitatory");
        int afterI = behind(a, "class.inhibitory");
        if (Math.min(afterE, afterI) <= 4) {
            return afterE < afterI ? "excitatory" : "inhibitory";
        }
        return Math.min(e, i) > 6 ? null : e < i ? "excitatory" : "inhibitory";
    }

    /** "inhibitory 0.4 um, excitatory 3 um": each distance behind its class. */
    private boolean classFirst() {
        int first = u.amounts().stream()
                .filter(a -> a.is(Dimension.LENGTH))
                .mapToInt(Amount::from)
                .min()
                .orElse(0);
        return u.mentions().stream()
                .anyMatch(m -> m.from() < first
                        && first - m.to() <= 3
                        && (m.concept().equals("class.excitatory")
                                || m.concept().equals("class.inhibitory")));
    }

    private int ahead(Amount a, String concept) {
        return u.all(concept).stream()
                .mapToInt(Mention::to)
                .filter(t -> t <= a.from())
                .map(t -> a.from() - t)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private int behind(Amount a, String concept) {
        return u.all(concept).stream()
                .mapToInt(Mention::from)
                .filter(f -> f >= a.to())
                .map(f -> f - a.to())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    void midRange(Want want) {
        var regions = r.free(Goals::corticalPart, Named.Kind.REGION);
        boolean directed = u.has("word.from")
                && u.has("word.to")
                && regions.size() >= 2
                && !u.has("word.between")
                && u.between(regions.get(0).from() - 2, regions.get(0).from(), "word.from_strict")
                && !u.between(regions.getFirst().to(), regions.getLast().from(), "word.and_regions");
        if (directed) {
            want.params().putArray("sources").add(regions.get(0).name());
            regions.stream()
                    .skip(1)
                    .map(Named::name)
                    .distinct()
                    .forEach(want.params().putArray("targets")::add);
        } else if (!regions.isEmpty()) {
            regions.stream().map(Named::name).distinct().forEach(want.params().putArray("between")::add);
        }
        regions.forEach(r::take);
    }

    void thalamic(Want want) {
        var sources = new LinkedHashSet<String>();
        for (var n : r.free(Goals::thalamicName, Named.Kind.REGION)) {
            if (!n.name().equals("TH")) {
                sources.add(n.name().equals("PO") ? "POm" : n.name());
            }
            r.take(n);
        }
        if (!sources.isEmpty()) {
            sources.forEach(want.params().putArray("sources")::add);
        }
        r.take(Dimension.LENGTH, a -> AtlasFrame.isOfFibres(u, a))
                .or(() -> r.take(
                        Dimension.LENGTH,
                        a -> u.between(a.from() - 5, a.to() + 4, "thing.axon", "word.wide", "word.input")
                                && !u.between(a.to(), a.to() + 3, "thing.column", "thing.slice")))
                .ifPresent(a -> Reading.put(want, "axon_width_um", a));
    }

    void physiology(Want want) {
        r.take(
                        Dimension.CONCENTRATION,
                        a -> u.distance(a.from(), a.to(), "ion.ca") <= 6
                                && u.has("word.physiology")
                                && !u.has("verb.run"))
                .ifPresent(a -> Reading.put(want, "ca_mM", a));
    }

    void analyse() {
        for (var m : metrics()) {
            var want = r.wish().more("connectome.analyse");
            want.params().put("metric", m);
            details(want);
        }
    }

    private List<String> metrics() {
        var found = new LinkedHashSet<String>();
        if (u.family("match").isEmpty()
                && u.family("graph").isEmpty()
                && u.has("thing.synapse")
                && u.has("word.connection")) {
            found.add("synapses_per_connection");
        }
        for (var m : u.mentions()) {
            boolean preserved = m.family().equals("graph")
                    && u.has("word.preserve")
                    && u.between(m.from() - 4, m.from(), "word.preserve");
            boolean degreeOfControl = m.concept().equals("graph.degree")
                    && u.has("word.control_graph")
                    && u.between(m.from() - 5, m.to(), "word.preserve");
            if (m.family().equals("graph") && !preserved && !degreeOfControl) {
                found.add(m.name());
            } else if (m.family().equals("match") && !m.name().equals("none")) {
                found.add(m.name());
            }
        }
        return List.copyOf(found);
    }

    private void details(Want want) {
        r.take(
                        Dimension.NUMBER,
                        a -> u.between(a.from() - 2, a.from(), "word.dimension")
                                || u.between(a.to(), a.to() + 1, "word.dimension"))
                .ifPresent(a -> want.params().set("max_dimension", Want.number(a.value())));
        r.take(Dimension.LENGTH, a -> !AtlasFrame.isOfTissue(u, a))
                .ifPresent(a -> Reading.put(
                        want,
                        want.params().path("metric").asString("").equals("highway_hubs")
                                ? "min_distance_um"
                                : "max_distance_um",
                        a));
        new Pairs(r)
                .take()
                .or(() -> new Pairs(r).twoOfOneKind())
                .ifPresent(p -> want.params().put("pre", p.pre()).put("post", p.post()));
        var group = Measures.group(u, "layer", "m_type", "pathway");
        if (group != null) {
            want.params().put("group_by", group);
        }
        if (u.has("word.control_graph")
                || (u.has("word.preserve") && !u.family("preserve").isEmpty())) {
            var preserve = new LinkedHashSet<String>();
            for (var m : u.family("preserve")) {
                if (u.between(0, m.from(), "word.control_graph", "word.preserve")
                        || u.between(m.to(), m.to() + 3, "word.preserve")) {
                    preserve.add(m.name());
                }
            }
            if (u.has("word.both_degrees")) {
                preserve.add("in_degree");
                preserve.add("out_degree");
            }
            if (u.has("graph.degree")
                    && u.has("word.preserve")
                    && preserve.stream().noneMatch(p -> p.endsWith("degree"))) {
                preserve.add("out_degree");
                preserve.add("in_degree");
            }
            if (!preserve.isEmpty()) {
                preserve.forEach(want.object("control").putArray("preserve")::add);
            } else {
                want.object("control");
            }
        }
    }
}
