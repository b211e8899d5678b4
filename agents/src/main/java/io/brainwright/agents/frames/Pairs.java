package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two ends of a connection: "L5 pyramidal to Martinotti", "between PV cells", "from L4 onto L2/3 pyramids". */
final class Pairs {
    private static final Set<String> TO = Set.of(
            "to", "onto", "into", "on", "towards", "a", "vers", "sur", "auf", "zu", "nach", "an", "hacia", "sobre",
            "al", "aux", "au", "->", "→", ">", "with", "mit", "avec", "con", "and", "und", "et", "y");

    private final Reading r;

    /**
     * The ends as plans write them.
     *
     * @param pre the sending side
     * @param post the receiving side
     */
    record Ends(String pre, String post) {}

    Pairs(Reading reading) {
        this.r = reading;
    }

    /** The pair that words name, now taken. */
    Optional<Ends> take() {
        var groups = groups();
        var layers = layersOnly(groups);
        if (layers.isPresent()) {
            return layers;
        }
        for (int i = 0; i + 1 < groups.size(); i++) {
            var a = groups.get(i);
            var b = groups.get(i + 1);
            if (joined(a.to, b.from) || parted(a.to, b.from)) {
                a.take(r);
                b.take(r);
                return Optional.of(new Ends(
                        a.name(a.layers), b.name(b.layers.isEmpty() && b.sharesLayer(a) ? a.layers : b.layers)));
            }
        }
        var u = r.u();
        if (!groups.isEmpty()
                && u.has("word.between")
                && u.all("word.between").stream()
                        .anyMatch(m -> m.to() <= groups.getFirst().from && groups.getFirst().from - m.to() <= 2)) {
            var one = groups.getFirst();
            one.take(r);
            return Optional.of(new Ends(one.name(one.layers), one.name(one.layers)));
        }
        return Optional.empty();
    }

    /** "disconnect VIP from SST". */
    private boolean parted(int from, int to) {
        return to - from == 1
                && r.u().has("verb.disconnect")
                && r.u().word(from).matches("from|de|von|des?|d");
    }

    /** "two L2/3 pyramids", "among PV cells": both ends are of one kind. */
    Optional<Ends> twoOfOneKind() {
        var groups = groups();
        if (groups.size() != 1) {
            return Optional.empty();
        }
        var one = groups.getFirst();
        boolean two = r.u().word(one.from - 1).matches("two|zwei|deux|dos|2|among|unter|parmi|entre|between|zwischen")
                || r.u().word(one.from - 2).matches("two|zwei|deux|dos|2|among|unter|parmi|between|zwischen");
        two |= r.u().words().stream()
                .anyMatch(
                        w -> w.text()
                                .matches(
                                        "recurrent\\w*|rekurrent\\w*|recurrente\\w*|pairs?|paare|paaren|paires|parejas|pares|apart"));
        if (!two) {
            return Optional.empty();
        }
        one.take(r);
        return Optional.of(new Ends(one.name(one.layers), one.name(one.layers)));
    }

    /** "from L4 to L2/3 (pyramidal cells)": read as one range of layers elsewhere, as two ends here. */
    private Optional<Ends> layersOnly(List<Group> groups) {
        if (groups.size() != 1) {
            return Optional.empty();
        }
        var group = groups.getFirst();
        var layers = group.parts.stream().filter(p -> p.is(Named.Kind.LAYER)).toList();
        if (layers.size() != 1 || layers.getFirst().names().size() < 2) {
            return Optional.empty();
        }
        var n = layers.getFirst();
        int joint = n.from();
        while (joint < n.to() && !TO.contains(r.u().word(joint))) {
            joint++;
        }
        var pre = digits(r.u().said(n.from(), Math.min(joint, n.to())));
        var post = digits(r.u().said(Math.min(joint + 1, n.to()), n.to()));
        if (pre.isEmpty() || post.isEmpty()) {
            return Optional.empty();
        }
        group.take(r);
        return Optional.of(new Ends(group.name(pre), group.name(post)));
    }

    private static List<Integer> digits(String said) {
        return said.chars()
                .filter(c -> c >= '1' && c <= '6')
                .mapToObj(c -> c - '0')
                .toList();
    }

    private boolean joined(int from, int to) {
        boolean joint = from == to && from > 0 && gap(from).contains("-"); // "VIP-SST"
        if (to - from > 4) {
            return false;
        }
        for (int i = from; i < to; i++) {
            joint |= TO.contains(r.u().word(i)) || (r.u().word(i).equals("-") && i + 1 < to);
        }
        return joint || (to > from && r.u().said(from, to).contains(">"));
    }

    /** What stands between a word and the one before it. */
    private String gap(int i) {
        var u = r.u();
        return i >= u.size()
                ? ""
                : u.read()
                        .substring(u.words().get(i - 1).end(), u.words().get(i).start());
    }

    /** Neighbouring names that mean one kind of cell: a layer and a class. */
    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (var n : r.free(x -> true, Named.Kind.LAYER, Named.Kind.M_CLASS, Named.Kind.M_TYPE, Named.Kind.MARKER)) {
            var last = groups.isEmpty() ? null : groups.getLast();
            boolean joins = last != null && n.from() - last.to <= 2 && last.takes(n) && !hasJoint(last.to, n.from());
            if (joins && last != null) {
                last.add(n);
            } else {
                groups.add(new Group(n));
            }
        }
        for (var m : r.u().mentions()) {
            if (m.family().equals("class") && groups.stream().noneMatch(g -> g.from <= m.to() && m.from() <= g.to)) {
                groups.add(new Group(m.name(), m.from(), m.to()));
            }
        }
        groups.sort(java.util.Comparator.comparingInt(g -> g.from));
        return groups;
    }

    private boolean hasJoint(int from, int to) {
        for (int i = from; i < to; i++) {
            if (TO.contains(r.u().word(i))) {
                return true;
            }
        }
        return false;
    }

    private static final class Group {
        private final List<Named> parts = new ArrayList<>();
        private final List<Integer> layers = new ArrayList<>();
        private final String population;
        private final int from;
        private int to;

        Group(Named first) {
            this.from = first.from();
            this.population = "";
            add(first);
        }

        Group(String population, int from, int to) {
            this.population = population;
            this.from = from;
            this.to = to;
        }

        void add(Named n) {
            parts.add(n);
            to = Math.max(to, n.to());
            if (n.is(Named.Kind.LAYER)) {
                n.names().forEach(l -> layers.add(Integer.valueOf(l)));
            }
        }

        boolean takes(Named n) {
            return parts.stream().noneMatch(p -> p.is(n.kind())) && population.isEmpty();
        }

        void take(Reading r) {
            parts.forEach(r::take);
        }

        /** "L5 pyramid to pyramid", "L5 pyramid to Martinotti": the second end lies in the layer of the first. */
        boolean sharesLayer(Group first) {
            var mine = parts.stream().filter(p -> p.is(Named.Kind.M_CLASS)).findFirst();
            boolean same = mine.isPresent()
                    && first.parts.stream()
                            .anyMatch(p -> p.is(Named.Kind.M_CLASS)
                                    && p.name().equals(mine.get().name()));
            return same
                    || mine.isPresent()
                            && CellNames.types(mine.get(), first.layers).size() == 1;
        }

        /** "L5_MC" where one m-type is meant, "L5 pyramidal" for classes, "L4" for a layer, "excitatory". */
        String name(List<Integer> layersToUse) {
            var type = parts.stream().filter(p -> p.is(Named.Kind.M_TYPE)).findFirst();
            var cls = parts.stream()
                    .filter(p -> p.is(Named.Kind.M_CLASS) || p.is(Named.Kind.MARKER))
                    .findFirst();
            if (type.isPresent()) {
                return type.get().name();
            }
            if (cls.isPresent()) {
                return CellNames.of(cls.get(), layersToUse);
            }
            var own = layersToUse.isEmpty() ? layers : layersToUse;
            return population.isEmpty()
                    ? "L" + own.stream().map(String::valueOf).collect(Collectors.joining("/"))
                    : population;
        }
    }
}
