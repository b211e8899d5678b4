package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.PlainReading;
import io.brainwright.agents.language.PlainReading.Place;
import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What words ask of plugged-in stages: an action by one of its own phrases, a parameter by a quantity of its dimension beside one of its
 * words. What was understood is taken out of the request, and the frames read the rest.
 */
public final class PluggedWords {
    /** chosen: "a spacing between neighbours of 20 um" */
    private static final int NEAR = 4;

    private static final Pattern BARE = Pattern.compile("[-+]?[0-9]+(?:[.,][0-9]+)?");

    /** What frames read better: they know how many cells are meant, and of which types. */
    private static final Set<String> OF_FRAMES =
            Set.of("count", "seed", "m_types", "density_scale", "excitatory_fraction");

    private final PlainReading words;
    private final Map<String, ObjectNode> asked = new LinkedHashMap<>();
    private final List<Place> understood = new ArrayList<>();
    private final List<Amount> amounts;
    private final Set<Amount> taken = new HashSet<>();
    private final PluggedActions actions;
    private boolean named;

    private PluggedWords(PlainReading words, PluggedActions actions) {
        this.words = words;
        this.amounts = new ArrayList<>(words.amounts());
        this.actions = actions;
    }

    /**
     * Reads a request.
     *
     * @param planned actions of the last plan, whose parameters words may change without naming the action
     */
    public static PluggedWords of(String text, Language before, PluggedActions actions, Set<String> planned) {
        var reading = new PluggedWords(PlainReading.of(text, before), actions);
        for (var action : actions.all()) {
            var place = reading.phrase(action.words());
            reading.named |= place.isPresent();
            if (place.isPresent() || planned.contains(action.name())) {
                reading.read(action, place);
            }
        }
        return reading;
    }

    private void read(PluggedAction action, Optional<Place> named) {
        var params = JsonNodeFactory.instance.objectNode();
        named.ifPresent(understood::add);
        for (var p : action.parameters()) {
            if (!(OF_FRAMES.contains(p.name()) && action.makes().equals("cells"))) {
                value(action, p, named).ifPresent(v -> params.set(p.name(), v));
            }
        }
        if (named.isPresent() || !params.isEmpty()) {
            asked.put(action.name(), params);
        }
    }

    private Optional<JsonNode> value(PluggedAction action, PluggedAction.Parameter p, Optional<Place> named) {
        var dimension = Dimension.ofName(p.name());
        var cue = phrase(p.words()).or(() -> words.find(plain(p)));
        if (p.type().equals("text")) {
            return cue.flatMap(at -> p.values().stream()
                    .filter(v -> words.find(v).filter(w -> w.gap(at) <= NEAR).isPresent())
                    .findFirst()
                    .map(v -> {
                        understood.add(at.and(words.find(v).orElseThrow()));
                        return JsonNodeFactory.instance.stringNode(v);
                    }));
        }
        boolean only = action.parameters().stream()
                        .filter(o -> Dimension.ofName(o.name()) == dimension && !OF_FRAMES.contains(o.name()))
                        .count()
                == 1;
        var beside = cue.isPresent() || !only ? cue : named;
        boolean behind = cue.isEmpty();
        return beside.flatMap(at -> amounts.stream()
                        .filter(a -> !taken.contains(a) && fits(a, dimension))
                        .filter(a -> behind ? a.from() >= at.to() && gap(a, at) <= 1 : gap(a, at) <= NEAR)
                        .min(Comparator.comparingInt(a -> gap(a, at))))
                .map(a -> {
                    var own = dimension == Dimension.NUMBER ? bare(a) : a;
                    amounts.set(amounts.indexOf(a), own);
                    taken.add(own);
                    understood.add(new Place(a.from(), a.to()).and(cue.orElse(new Place(a.from(), a.to()))));
                    return Reading.value(own);
                });
    }

    private static int gap(Amount a, Place place) {
        return place.gap(new Place(a.from(), a.to()));
    }

    private static boolean fits(Amount a, Dimension dimension) {
        boolean plain = dimension == Dimension.NUMBER
                && (a.is(Dimension.FRACTION) || BARE.matcher(a.said()).matches());
        return a.change() == Amount.Change.NONE && (a.is(dimension) || plain);
    }

    /** "30 um and a jitter of 0.05": a number beside a word that has no unit takes none from its neighbours. */
    private static Amount bare(Amount a) {
        return BARE.matcher(a.said()).matches() && !a.is(Dimension.NUMBER)
                ? new Amount(
                        a.from(),
                        a.to(),
                        Dimension.NUMBER,
                        List.of(Double.parseDouble(a.said().replace(',', '.'))),
                        a.form(),
                        a.said(),
                        "",
                        a.change())
                : a;
    }

    /** Its name as words, without the unit: "wall distance" of wall_distance_um. */
    private static String plain(PluggedAction.Parameter p) {
        var bare =
                p.unit().equals("1") ? p.name() : p.name().substring(0, p.name().lastIndexOf('_'));
        return bare.replace('_', ' ');
    }

    private Optional<Place> phrase(Map<String, List<String>> byLanguage) {
        return Stream.of(words.language().code(), "en")
                .flatMap(code -> byLanguage.getOrDefault(code, List.of()).stream())
                .flatMap(phrase -> words.find(phrase).stream())
                .max(Comparator.comparingInt(place -> place.to() - place.from()));
    }

    /** Whether nothing was asked of them. */
    public boolean isEmpty() {
        return asked.isEmpty();
    }

    /** Whether an action was named, rather than parameters of one that is planned already. */
    public boolean named() {
        return named;
    }

    /** The parameters that were said, by action. */
    public Map<String, ObjectNode> asked() {
        return asked;
    }

    /** The request without what was understood here. */
    public String rest() {
        return words.without(understood);
    }

    /** Language of the whole request. */
    public Language language() {
        return words.language();
    }

    /** The quantities of the whole request. */
    public List<Amount> amounts() {
        return amounts;
    }

    /** Adds what is asked to what frames read; an action that plays the part of a built-in one takes its place and its parameters. */
    public void into(Wish wish) {
        asked.forEach((name, params) -> {
            var want = wish.of(name).params();
            want.setAll(params);
            var part = actions.part(name);
            wish.want(part).filter(_ -> !part.equals(name)).ifPresent(built -> {
                built.params().properties().forEach(e -> carry(name, e.getKey(), e.getValue(), want, wish));
                wish.drop(part);
            });
        });
    }

    private void carry(String action, String parameter, JsonNode value, ObjectNode want, Wish wish) {
        boolean neuronsOnly = parameter.equals("classes") && value.toString().equals("[\"neuron\"]");
        if (actions.find(action).orElseThrow().parameter(parameter).isPresent()) {
            want.set(parameter, value);
        } else if (!neuronsOnly) {
            wish.fault(
                    action + "." + parameter,
                    "'%s' has no %s; leave it out, or place the cells as usual.".formatted(action, parameter));
        }
    }
}
