package io.brainwright.agents.planner;

import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is answered before any plan is thought of: what cannot or must not be done, and what the model has no notion of. */
final class Gates {
    private static final Set<String> KNOWN_SPECIES = Set.of("rat", "mouse", "human");
    private final Utterance u;
    private final Topic topic;

    Gates(Utterance utterance, Topic topic) {
        this.u = utterance;
        this.topic = topic;
    }

    /** A decline or a question, where the words call for one whatever else they say. */
    Optional<Proposal> first() {
        if (u.has("unsafe.harm")) {
            return decline("unsafe", Replies.say(u.language(), "decline.unsafe"), "alt.research", "alt.what_i_do");
        }
        if (u.has("clinical.patient", "clinical.dose")) {
            return decline(
                    "clinical_use",
                    Replies.say(u.language(), "decline.clinical_use"),
                    "alt.literature",
                    "alt.research");
        }
        if (u.has("not_answerable.mind", "not_answerable.behaviour")) {
            return decline(
                    "not_answerable_by_model",
                    Replies.say(u.language(), "decline.not_answerable_by_model"),
                    "alt.measure",
                    "alt.literature");
        }
        if (u.has("not_possible.real", "not_possible.compute") && topic.isField()
                || u.has("not_possible.real") && u.has("thing.brain")) {
            return decline(
                    "not_possible", Replies.say(u.language(), "decline.not_possible"), "alt.what_i_do", "alt.own_data");
        }
        var foreign = u.named(Named.Kind.SPECIES).stream()
                .filter(n -> !KNOWN_SPECIES.contains(n.name()))
                .findFirst();
        if (foreign.isPresent() && !u.has("lib.papers", "verb.extract")) {
            return decline(
                    "no_data",
                    Replies.say(u.language(), "decline.no_data", foreign.get().said()),
                    "alt.own_data",
                    "alt.narrow",
                    "alt.literature");
        }
        var species = u.first("no_data.species");
        if (species.isPresent() && (topic.isField() || u.has("verb.build", "verb.run"))) {
            var m = species.get();
            return decline(
                    "no_data",
                    Replies.say(u.language(), "decline.no_data", u.said(m.from(), m.to())),
                    "alt.own_data",
                    "alt.narrow",
                    "alt.literature");
        }
        var unknown = unknownAnimal();
        if (unknown.isPresent()) {
            return decline(
                    "no_data",
                    Replies.say(u.language(), "decline.no_data", unknown.get()),
                    "alt.own_data",
                    "alt.narrow",
                    "alt.literature");
        }
        return condition();
    }

    /** "a column of lobster cortex", "cerebro de la langosta": a word that nothing knows, right where the species stands. */
    private Optional<String> unknownAnimal() {
        boolean builds = u.has("verb.build", "verb.run", "verb.place", "thing.column", "thing.slice", "verb.grow")
                && !u.has("lib.papers", "thing.expert", "lib.library");
        boolean known = !u.named(Named.Kind.SPECIES).isEmpty()
                || u.named(Named.Kind.REGION).stream().anyMatch(n -> n.name().matches("S1.*|nbS1"));
        if (!builds || known) {
            return Optional.empty();
        }
        for (var w : u.unexplained()) {
            int i = u.words().indexOf(w);
            boolean before = isPlace(i + 1);
            int k = i - 1;
            while (k > 0
                    && u.word(k).matches("the|a|an|de|la|le|l|del|der|des|dem|einer|eines|von|of|du|d|el|los|las")) {
                k--;
            }
            boolean behind = k < i - 1 && isPlace(k);
            if ((before || behind) && w.text().length() > 2 && w.text().chars().allMatch(Character::isLetter)) {
                return Optional.of(w.raw());
            }
        }
        return Optional.empty();
    }

    private boolean isPlace(int i) {
        return u.between(i, i + 1, "thing.brain")
                || u.named(Named.Kind.REGION).stream().anyMatch(n -> n.from() <= i && i < n.to());
    }

    private Optional<Proposal> decline(String reason, String text, String... alternatives) {
        return Optional.of(new Proposal.Decline(
                reason,
                text,
                List.of(alternatives).stream()
                        .map(a -> Replies.say(u.language(), a))
                        .toList()));
    }

    /** Ageing, injury, disease: the model has none of them; which changes stand for them must be said. */
    private Optional<Proposal> condition() {
        var conditions = u.family("condition").stream()
                .filter(m -> !m.concept().equals("condition.state")
                        || u.has("verb.run", "verb.build", "verb.compare")
                                && u.family("metric").isEmpty()
                                && !u.has("thing.expert"))
                .toList();
        boolean literature = u.has("lib.papers", "verb.extract", "thing.expert", "verb.audit")
                || u.words().stream().anyMatch(w -> w.sort() == io.brainwright.agents.language.Word.Sort.PATH);
        if (conditions.isEmpty() || literature) {
            return Optional.empty();
        }
        var faults = new ArrayList<FieldFault>();
        var asked = new ArrayList<String>();
        for (var m : conditions) {
            var name = conditionName(m);
            if (!asked.contains(name)) {
                asked.add(name);
                faults.add(new FieldFault(m.name(), Replies.say(u.language(), "ask.condition", name)));
            }
        }
        var text = String.join("\n", faults.stream().map(FieldFault::fault).toList());
        return Optional.of(new Proposal.Question(text, understood(), faults, List.of()));
    }

    private String conditionName(Mention m) {
        return Conditions.name(m.name(), u.language(), u.said(m.from(), m.to()));
    }

    private String understood() {
        return u.named(Named.Kind.REGION, Named.Kind.SPECIES).stream()
                .map(Named::said)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse(u.text());
    }
}
