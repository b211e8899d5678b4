package io.brainwright.render.model.plot;

/** Units as a paper prints them. */
final class Spelling {
    private Spelling() {}

    /** The same words with um, um2, mm3, uS, Hz^2 spelled µm, µm², mm³, µS, Hz². */
    static String of(String words) {
        return words.replaceAll("(?<![A-Za-z])u(?=(m|m2|m3|S|F|M|A|s)(?![A-Za-z]))", "µ")
                .replaceAll("(?<=\\b(m|µm|mm|cm|nm|Hz|mV|um))\\^?2(?![0-9])", "²")
                .replaceAll("(?<=\\b(m|µm|mm|cm|nm|um))\\^?3(?![0-9])", "³");
    }
}
