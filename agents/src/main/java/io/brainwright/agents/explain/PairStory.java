package io.brainwright.agents.explain;

import io.brainwright.agents.explain.Explanation.Step;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why one cell is, or is not, connected to another: what each rule took of the appositions of the pair, as the build counted it.
 *
 * @param pre node id of the cell whose axon is meant
 * @param post node id of the other
 */
record PairStory(long pre, long post) {
    private static final String CONNECTIONS = "connections";
    private static final String CELL =
            "(?:cells?|neurons?|cellules?|neurones?|zellen?|neuronen?|nervenzellen?|celulas?|neuronas?)";
    private static final String ID = CELL + " (?:number |no |numero |nummer )?#?(\\d{1,10})\\b";
    private static final Pattern WHY = Pattern.compile(".*\\b(why|pourquoi|warum|por que)\\b.*");
    /** "... cell 12 ... cell 40", "... cell 12 ... 40", "cells 12 and 40". */
    private static final Pattern TWO = Pattern.compile(
            ".*?\\b" + ID + ".*?\\b(?:" + CELL + " )?(?:number |no |numero |nummer )?#?(\\d{1,10})\\b.*");

    private static final Pattern LINK = Pattern.compile(
            ".*\\b(connect\\w*|contact\\w*|synaps\\w*|wired?|verb[iu]nd\\w*|kontakt\\w*|relie\\w*|conect\\w*|sinaps\\w*)\\b.*");
    /** The target is named first: "why does cell 40 get no synapse from cell 12?". */
    private static final Pattern FROM = Pattern.compile(".*\\d\\b.*\\b(from|de la|von|vom|desde|du)\\b.*\\d.*");

    private static final Pattern TOWARDS =
            Pattern.compile(".*\\d\\b.*\\b(to|onto|with|and|a la|avec|et|mit|zu|zur|und|con|y)\\b.*\\d.*");

    /** The pair that a question asks about. */
    static Optional<PairStory> asked(String plain) {
        var two = TWO.matcher(plain);
        if (!WHY.matcher(plain).matches() || !LINK.matcher(plain).matches() || !two.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(two.group(1));
        long second = Long.parseLong(two.group(2));
        boolean backwards =
                FROM.matcher(plain).matches() && !TOWARDS.matcher(plain).matches();
        return Optional.of(backwards ? new PairStory(second, first) : new PairStory(first, second));
    }

    /** Empty where nothing was wired yet. */
    List<Step> steps(WorkspaceData data, Telling tell) {
        var found = data.newest(CONNECTIONS);
        if (found.isEmpty()) {
            return List.of();
        }
        var m = found.get();
        var placement = data.behind(m, Cells.TABLE);
        if (placement.isPresent()) {
            long[] ids = data.read(placement.get(), Cells.TABLE).longs("node_id");
            for (long id : new long[] {pre, post}) {
                if (Arrays.stream(ids).noneMatch(other -> other == id)) {
                    return List.of(new Step("connectomics", tell.say("pair.unknown", id), List.of()));
                }
            }
        }
        return data.first(m, CONNECTIONS, rows -> row(rows).map(i -> told(rows, i, m, tell)))
                .orElseGet(() -> List.of(new Step("anatomist", tell.say("pair.apart", pre, post), List.of())));
    }

    private Optional<Integer> row(Batch rows) {
        long[] sources = rows.longs("source_node_id");
        long[] targets = rows.longs("target_node_id");
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] == pre && targets[i] == post) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private List<Step> told(Batch rows, int i, Manifest m, Telling tell) {
        boolean connected = rows.ints("synapses")[i] > 0;
        var last = new ArrayList<Fact>();
        last.add(fact("fact.synapses", "synapses", rows, i, m, tell));
        if (rows.schema().columns().stream().anyMatch(c -> c.name().equals("removed_by_edit"))) {
            last.add(fact("fact.by_edit", "removed_by_edit", rows, i, m, tell));
        }
        return List.of(
                new Step(
                        "anatomist",
                        tell.say("pair.touches", pre, post),
                        List.of(fact("fact.appositions", "appositions", rows, i, m, tell))),
                new Step(
                        "anatomist",
                        tell.say("pair.rules"),
                        List.of(
                                fact("fact.near_soma", "removed_by_distance", rows, i, m, tell),
                                fact("fact.wrong_part", "removed_by_target", rows, i, m, tell))),
                new Step(
                        "connectomics",
                        tell.say("pair.pruned"),
                        List.of(
                                fact("fact.removed_first", "removed_by_reduction", rows, i, m, tell),
                                fact("fact.removed_second", "removed_by_cut", rows, i, m, tell),
                                fact("fact.removed_third", "removed_by_activation", rows, i, m, tell))),
                new Step("connectomics", tell.say(connected ? "pair.connected" : "pair.rest", pre, post), last));
    }

    private static Fact fact(String words, String column, Batch rows, int i, Manifest m, Telling tell) {
        return Fact.of(tell.name(words), rows.ints(column)[i], m, CONNECTIONS, column);
    }
}
