package io.brainwright.neuro.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Votes for a language by words that hardly occur in the others, and by letters.
 *
 * <p>A short request has few function words, so the verbs that open a request vote too. A word shared by two languages votes for both.
 */
final class LanguageGuess {
    private static final int ONE_WORD = 2;
    /** "passt so", "vas-y": too short to leave the language that the talk is in */
    private static final int FEW_WORDS = 3;

    private static final Map<String, Map<Language, Integer>> WORDS = new HashMap<>();

    static {
        add(
                Language.ENGLISH,
                "the a an of in on at to and or with without for from by is are was were be do does did how many much what which who where why when "
                        + "show tell give make build run add block drop set it this that these those me my i we you your not only all each every per "
                        + "simulate grow wire record plot count place use can could would should please twice half then than into onto same again "
                        + "undo drive apply keep let have has there any instead cells neurons layer layers column their between increase decrease "
                        + "no yes rather pls please gimme if but so up down out off near across against about after before while during also just over under some more less than "
                        + "they he she them its our your need want like get go start stop change turn move look find explain why here now next");
        add(
                Language.FRENCH,
                "le la les l' d' un une des du de et ou avec sans pour par dans sur sous au aux est sont combien quel quelle quels quelles que qui "
                        + "où comment pourquoi montre montrez moi construis construisez fais faites lance lancez ajoute ajoutez bloque bloquez mets place "
                        + "refais annule enlève supprime donne trace compare ce cette ces mon ma mes il elle nous vous je ne pas plus seulement tous toutes "
                        + "chaque entre puis deux fois moitié même couche couches colonne cellule cellules neurones souris jusqu' qu' c' s' n' simule simulez "
                        + "enregistre peux peut pendant à stimule croître augmente diminue remplace exporte applique utilise "
                        + "mais donc alors comme très peu plusieurs quelques leur leurs elles ils vers contre depuis après avant encore aussi tout toute "
                        + "monte change règle calcule mesure dessine tire faire mettre reprends garde coupe ouvre cherche lis graine largeur épaisseur "
                        + "vas allez simuler construire lancer montrer tracer ajouter enlever supprimer exporter bloquer relier comparer répète refaire colorer "
                        + "figure-moi dessine-moi laisser laisse tourner prends prendre il faudrait aimerais tranche autour durée pas film récents sens "
                        + "ont a-t-il y-a-t-il voudrais veux quand si parmi chez hors selon environ jusque");
        add(
                Language.GERMAN,
                "der die das den dem des ein eine einen einem einer eines und oder mit ohne für von vom zu zum zur im in am an auf aus bei ist sind wie "
                        + "viele viel was welche welcher welches wer wo warum wann zeig zeige mir mich baue bau erstelle simuliere starte blockiere füge setze "
                        + "setz lass mach mache nimm gib ich wir du sie es nicht nur alle alles jede jeder jedes pro je zwischen dann doppelt halb gleiche "
                        + "schicht schichten säule zelle zellen neuronen ratte maus hinzu rückgängig noch mal bitte durch über unter nach als auch kannst "
                        + "vergleiche zeichne wachsen nervenzellen erhöhe senke ersetze exportiere benutze verwende "
                        + "gegen wurde wurden werden wird hat haben sein seine ihr ihre ihren dieser dieses diese jetzt bis ab ganz sich wenn ob aber "
                        + "doch schon etwa ungefähr statt anstatt lauf läufe rechne stelle stell ändere mehr weniger danach davor zusammen lang breit "
                        + "gesamte gesamten kein keine keinen strom miss messe reize halte wieder los bild bilder film suche such finde lies erkläre "
                        + "hätte gern simulieren bauen erstellen zeigen zeichnen ausgeben setzen verdrahten exportieren wiederholen prüfen vergleichen anlegen lege "
                        + "importiere berechne messen aufnehmen laufen lassen dauer breite höhe anteil nervenzelle dichte pass passt davon dazu "
                        + "möchte will soll sollen kann könntest darf anders beide beiden nächste letzte");
        add(
                Language.SPANISH,
                "el la los las un una unos unas de del al y o con sin para por en sobre es son cuántas cuántos cuanto cuánto cuál cuáles qué quien quién dónde "
                        + "cómo muestra muéstrame muestrame construye haz ejecuta añade bloquea pon coloca simula dame dime graba registra compara dibuja "
                        + "deshaz este esta estos estas mi me yo nosotros no sólo solo todas todos cada entre luego doble mitad mismo misma capa capas columna "
                        + "célula células neuronas rata ratón ahora quiero puedes durante desde hasta sube baja reemplaza exporta aplica usa repite "
                        + "pero también como más menos muy poco varias varios su sus ellos hacia contra antes después otra otro hay tiene tienen fue era "
                        + "cambia mide calcula quita todo toda solamente hazme ponle busca lee explica quisiera quiere puede podrías cuando si según "
                        + "importa importar tabla simular simula construir montar mostrar enseñar dejar correr colocar añadir exportar guardar comparar "
                        + "repetir conectar estimular registrar medir calcular buscar necesito necesitaría tome toma quiero micras unas unos ancho alto "
                        + "inyecta inyectar barrer reduce reducir aumenta aumentar imagen película figura salida datos densidad tejido "
                        + "cerca alrededor añádeme conecta crece estimula borra compáralas entonces");
    }

    private LanguageGuess() {}

    static Language of(String text, Language hint) {
        var votes = new EnumMap<Language, Integer>(Language.class);
        for (var token : Tokens.of(text)) {
            if (token.kind() == Token.Kind.WORD) {
                WORDS.getOrDefault(token.lower(), Map.of()).forEach((l, n) -> votes.merge(l, n, Integer::sum));
                endings(token.lower(), votes);
            }
        }
        if (text.matches("(?is).*(?<!\\p{L})je \\d.*")) {
            votes.merge(Language.GERMAN, ONE_WORD, Integer::sum); // "je 800 ms"; in French a verb follows
        }
        letters(Normalised.of(text).text(), votes);
        int best = votes.values().stream().mapToInt(n -> n).max().orElse(0);
        boolean aside =
                hint != Language.ENGLISH && best <= ONE_WORD && Tokens.of(text).size() <= FEW_WORDS;
        if (best == 0 || votes.getOrDefault(hint, 0) == best || aside) {
            return hint;
        }
        for (var language : Language.values()) {
            if (votes.getOrDefault(language, 0) == best) {
                return language;
            }
        }
        throw new AssertionError("no language has the most votes");
    }

    /** Endings that hardly another language has. */
    private static void endings(String word, Map<Language, Integer> votes) {
        if (word.matches(".{3,}(ung|ungen|keit|heit|ieren)")) {
            votes.merge(Language.GERMAN, 2, Integer::sum);
        } else if (word.matches(".{3,}(ción|ciones|cion|dades)")) {
            votes.merge(Language.SPANISH, 2, Integer::sum);
        }
    }

    private static void letters(String text, Map<Language, Integer> votes) {
        for (int i = 0; i < text.length(); i++) {
            boolean alone = (i == 0 || text.charAt(i - 1) == ' ') && i + 1 < text.length() && text.charAt(i + 1) == ' ';
            if (alone) {
                continue; // "à" is a word, and has voted
            }
            switch (Character.toLowerCase(text.charAt(i))) {
                case 'ä', 'ö', 'ü', 'ß' -> votes.merge(Language.GERMAN, 2, Integer::sum);
                case 'ñ', '¿', '¡', 'ó', 'í', 'ú', 'á' -> votes.merge(Language.SPANISH, 2, Integer::sum);
                case 'è', 'ê', 'ç', 'à', 'œ', 'ù', 'î', 'ô', 'û' -> votes.merge(Language.FRENCH, 2, Integer::sum);
                default -> {}
            }
        }
    }

    private static void add(Language language, String words) {
        for (var word : words.split(" ")) {
            WORDS.computeIfAbsent(word, w -> new EnumMap<>(Language.class)).merge(language, 2, Integer::sum);
        }
    }
}
