package io.brainwright.neuro.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The number words of one language, folded; German compounds are taken apart. */
final class NumberTable {
    private static final Map<Language, NumberTable> TABLES = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            TABLES.put(language, new NumberTable(language));
        }
    }

    private final Map<String, Long> words = new HashMap<>();
    private final boolean compounds;

    private NumberTable(Language language) {
        compounds = language == Language.GERMAN;
        switch (language) {
            case ENGLISH -> {
                fill(
                        0,
                        1,
                        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
                fill(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
                scales("hundred", "thousand", "million", "billion");
                words.put("dozen", 12L);
                words.put("fourty", 40L);
            }
            case FRENCH -> {
                fill(
                        2,
                        1,
                        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept");
                fill(20, 10, "vingt trente quarante cinquante soixante septante huitante nonante");
                words.put("un", 1L);
                words.put("une", 1L);
                words.put("zero", 0L);
                words.put("vingts", 20L);
                words.put("cents", 100L);
                words.put("millions", 1_000_000L);
                words.put("milliards", 1_000_000_000L);
                words.put("milliers", 1000L);
                words.put("centaine", 100L);
                words.put("dizaine", 10L);
                scales("cent", "mille", "million", "milliard");
            }
            case GERMAN -> {
                fill(
                        0,
                        1,
                        "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn");
                fill(20, 10, "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig");
                words.put("zwo", 2L);
                words.put("dutzend", 12L);
                words.put("millionen", 1_000_000L);
                words.put("milliarden", 1_000_000_000L);
                scales("hundert", "tausend", "million", "milliarde");
            }
            case SPANISH -> {
                fill(
                        0,
                        1,
                        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve");
                fill(
                        20,
                        1,
                        "veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve");
                fill(30, 10, "treinta cuarenta cincuenta sesenta setenta ochenta noventa");
                fill(
                        100,
                        100,
                        "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos");
                fill(
                        100,
                        100,
                        "cien doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas");
                words.put("veintiun", 21L);
                words.put("docena", 12L);
                words.put("mil", 1000L);
                words.put("millon", 1_000_000L);
                words.put("millones", 1_000_000L);
            }
        }
    }

    static NumberTable of(Language language) {
        var table = TABLES.get(language);
        if (table == null) {
            throw new AssertionError("no number words of " + language);
        }
        return table;
    }

    /** Whether the value multiplies what stands before it. */
    static boolean isScale(long value) {
        return value == 100 || value == 1000 || value == 1_000_000 || value == 1_000_000_000;
    }

    /** What a folded word says, -1 where it is no number. */
    long value(String word) {
        var known = words.get(word);
        if (known != null) {
            return known;
        }
        return compounds && word.length() > 5 ? compound(word) : -1;
    }

    /** "einundzwanzig", "dreihundertfunfzig", "zweitausendfunfhundert". */
    private long compound(String word) {
        for (var scale : new String[] {"tausend", "hundert"}) {
            int at = word.indexOf(scale);
            if (at >= 0) {
                long factor = at == 0 ? 1 : compound(word.substring(0, at));
                var rest = word.substring(at + scale.length());
                long below = rest.isEmpty() ? 0 : compound(rest.startsWith("und") ? rest.substring(3) : rest);
                return factor < 0 || below < 0 ? -1 : factor * (scale.equals("hundert") ? 100 : 1000) + below;
            }
        }
        int and = word.indexOf("und");
        if (and > 0) {
            long ones = compound(word.substring(0, and));
            long tens = words.getOrDefault(word.substring(and + 3), -1L);
            return ones > 0 && ones < 10 && tens >= 20 && tens < 100 ? tens + ones : -1;
        }
        return word.equals("ein") ? 1 : words.getOrDefault(word, -1L);
    }

    private void scales(String hundred, String thousand, String million, String billion) {
        words.put(hundred, 100L);
        words.put(thousand, 1000L);
        words.put(million, 1_000_000L);
        words.put(billion, 1_000_000_000L);
    }

    private void fill(long from, long step, String list) {
        long value = from;
        for (var word : list.split(" ")) {
            words.put(word, value);
            value += step;
        }
    }
}
