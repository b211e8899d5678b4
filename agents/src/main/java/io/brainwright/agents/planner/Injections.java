package io.brainwright.agents.planner;

import io.brainwright.neuro.text.Token;
import java.util.regex.Pattern;

/** Whether quoted text gives orders to an assistant. It is only told of; no text of a file is ever read as a request. */
final class Injections {
    private static final Pattern ORDERS = Pattern.compile(
            "ignore (all |any |the )?(previous|prior|above|earlier|other)|disregard|you are now|you must|system\\s*:|assistant\\s*:|new instructions|instructions? (to|for) (the )?(ai|assistant|model|agent)"
                    + "|delete (every|all|the)|approve (the|this|all)|run the (plan|simulation)|execute|set all|overwrite|do not tell|override|jailbreak"
                    + "|ignorez? |ignoriere|vergiss alle|losche? alle|loschen sie|ignora (las|todas)|olvida (las|todas)|supprime[zr]? (tous|toutes|les)|borra (todo|todos|todas)|elimina (todo|todos|todas)|anweisung an|instructions? pour l");

    private Injections() {}

    static boolean in(String quote) {
        return ORDERS.matcher(Token.fold(quote)).find();
    }
}
